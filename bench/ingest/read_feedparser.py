# A file's name in, the number of its entries out, by Python's feedparser.
import sys

import feedparser

for line in sys.stdin:
    with open(line.rstrip("\n"), "rb") as file:
        print(len(feedparser.parse(file.read()).entries), flush=True)
