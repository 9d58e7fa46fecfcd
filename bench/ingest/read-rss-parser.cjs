// A file's name in, the number of its entries out, by rss-parser; its node_modules folder is the first argument.
const fs = require("node:fs");
const readline = require("node:readline");
const Parser = require(process.argv[2] + "/rss-parser");

const parser = new Parser();
(async () => {
  for await (const file of readline.createInterface({ input: process.stdin })) {
    const feed = await parser.parseString(fs.readFileSync(file, "utf8"));
    process.stdout.write(feed.items.length + "\n");
  }
})();
