package caspianwatch.bench.contest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Serves one contender to the one who times. */
public final class Worker<A> {
    private static final int CHUNK = 1_000;

    private final Contender<A> contender;
    private final PrintStream out;
    private final long heapBefore;
    private List<A> articles = List.of();
    private int rules;

    private Worker(Contender<A> contender, PrintStream out) {
        this.contender = contender;
        this.out = out;
        this.heapBefore = heap();
    }

    /** Answers on standard output until standard input ends; whatever else the process prints goes to standard error. */
    public static <A> void serve(Contender<A> contender) throws IOException, InterruptedException {
        var out = System.out;
        System.setOut(System.err);
        try (contender; var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            var worker = new Worker<>(contender, out);
            out.println("ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                worker.obey(line.split(" "));
                out.flush();
            }
        }
    }

    private void obey(String[] words) throws IOException, InterruptedException {
        switch (words[0]) {
            case "rules" -> out.println(add(Path.of(words[1]), Integer.parseInt(words[2])));
            case "articles" -> out.println(read(Path.of(words[1])));
            case "hits" -> hits(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
            case "round" -> out.println(Round.of(contender, articles, Integer.parseInt(words[1]),
                    Integer.parseInt(words[2]), Long.parseLong(words[3])));
            case "changes" -> out.println(changes(Integer.parseInt(words[1])));
            default -> throw new IllegalArgumentException("unknown command " + words[0]);
        }
    }

    private String add(Path file, int upTo) throws IOException {
        long nanos = 0;
        try (var lines = Files.newBufferedReader(file)) {
            for (int i = 0; i < rules; i++) {
                lines.readLine();
            }
            while (rules < upTo) {
                var chunk = new ArrayList<String>(CHUNK);
                while (chunk.size() < Math.min(CHUNK, upTo - rules)) {
                    String line = lines.readLine();
                    if (line == null) {
                        throw new IOException(file + " has fewer than " + upTo + " rules");
                    }
                    chunk.add(line);
                }
                long start = System.nanoTime();
                contender.add(rules, chunk);
                nanos += System.nanoTime() - start;
                rules += chunk.size();
            }
        }
        long start = System.nanoTime();
        contender.added();
        nanos += System.nanoTime() - start;
        return nanos + " " + (heap() - heapBefore) + " " + contender.bytesOnDisk();
    }

    private int read(Path file) throws IOException {
        articles = Files.readAllLines(file).stream().map(line -> line.split("\t", -1))
                .map(parts -> contender.article(parts[0], parts[1])).toList();
        return articles.size();
    }

    private void hits(int count, int batch) {
        for (int from = 0; from < count; from += batch) {
            for (int[] ids : contender.hits(articles.subList(from, Math.min(count, from + batch)))) {
                out.println(Arrays.stream(ids).mapToObj(Integer::toString).collect(Collectors.joining(" ")));
            }
        }
    }

    private String changes(int count) {
        long[] nanos = contender.changes(count, articles);
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] + " " + nanos[nanos.length - 1];
    }

    /** Bytes of heap in use by what is still needed. */
    private static long heap() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
