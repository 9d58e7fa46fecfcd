package caspianwatch.ingest.fetch;

import static caspianwatch.ingest.fetch.RawServer.head;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Servers that send too much, by what they send; each writes until the fetcher hangs up. */
final class HostileServers {
    private static final Duration TOTAL = Duration.ofSeconds(20);
    private static final int GIBI = 1 << 30;
    private static final String OK = "HTTP/1.1 200 OK";
    private static final String GZIP = "Content-Encoding: gzip";

    private HostileServers() {}

    static Map<String, RawServer.Answer> all() {
        var all = new LinkedHashMap<String, RawServer.Answer>();
        bombs(all);
        bodies(all);
        headers(all);
        return all;
    }

    private static void bombs(Map<String, RawServer.Answer> all) {
        all.put("a gibibyte in a mebibyte of gzip", (_, out) -> {
            out.write(head(OK, GZIP));
            zeros(new FastGzip(out), GIBI);
        });
        all.put("a gibibyte in zstd", (_, out) -> {
            out.write(head(OK, "Content-Encoding: zstd"));
            zeros(new ZstdOutputStreamNoFinalizer(out, 1), GIBI);
        });
        all.put("eight mebibytes in sixteen bytes of brotli", (_, out) -> {
            out.write(head(OK, "Content-Encoding: br"));
            out.write(Base64.getDecoder().decode("m///f/gnAOKxQCD3/g8="));
        });
        all.put("a feed of 116 MB in gzip in gzip", (_, out) -> {
            out.write(head(OK, GZIP));
            out.write(twice(116_000_000));
        });
        all.put("gzip in gzip, as its header says", (_, out) -> {
            out.write(head(OK, "Content-Encoding: gzip, gzip"));
            out.write(twice(1_000_000));
        });
        all.put("a bomb behind two headers of one name", (_, out) -> {
            out.write(head(OK, GZIP, GZIP));
            out.write(twice(116_000_000));
        });
        all.put("a bomb in an error page", (_, out) -> {
            out.write(head("HTTP/1.1 403 Forbidden", GZIP));
            zeros(new FastGzip(out), GIBI);
        });
    }

    private static void bodies(Map<String, RawServer.Answer> all) {
        all.put("a body without length and end", (_, out) -> {
            out.write(head(OK));
            zeros(out, Long.MAX_VALUE);
        });
        all.put("a body that is longer than it says", (_, out) -> {
            out.write(head(OK, "Content-Length: 10"));
            zeros(out, Long.MAX_VALUE);
        });
        all.put("a body that says it is without end", (_, out) -> {
            out.write(head(OK, "Content-Length: " + Long.MAX_VALUE));
            zeros(out, Long.MAX_VALUE);
        });
        all.put("chunks without end", (_, out) -> {
            out.write(head(OK, "Transfer-Encoding: chunked"));
            while (true) {
                out.write(("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        });
        all.put("the size of a chunk without end", (_, out) -> {
            out.write(head(OK, "Transfer-Encoding: chunked"));
            out.write("1;".getBytes(StandardCharsets.US_ASCII));
            endlessly(out, "x");
        });
    }

    private static void headers(Map<String, RawServer.Answer> all) {
        all.put("a header of a mebibyte", (_, out) -> {
            out.write(head(OK, "X: " + "x".repeat(1 << 20)));
            out.write("<rss/>".getBytes(StandardCharsets.US_ASCII));
        });
        all.put("a header without end", (_, out) -> {
            out.write((OK + "\r\nX: ").getBytes(StandardCharsets.US_ASCII));
            endlessly(out, "x");
        });
        all.put("headers without end", (_, out) -> {
            out.write((OK + "\r\n").getBytes(StandardCharsets.US_ASCII));
            endlessly(out, "X: 1\r\n");
        });
        all.put("a hundred thousand headers", (_, out) -> {
            out.write(head(OK, "X: 1\r\n".repeat(100_000) + "Y: 1"));
            out.write("<rss/>".getBytes(StandardCharsets.US_ASCII));
        });
        all.put("ten thousand cookies", (_, out) -> {
            out.write(head(OK, "Set-Cookie: a=b\r\n".repeat(10_000) + "Y: 1"));
            out.write("<rss/>".getBytes(StandardCharsets.US_ASCII));
        });
        all.put("a Location of a mebibyte",
                (_, out) -> out.write(head("HTTP/1.1 302 Found", "Location: /" + "x".repeat(1 << 20))));
        all.put("a Location of a hundred kibibytes",
                (_, out) -> out.write(head("HTTP/1.1 302 Found", "Location: /" + "x".repeat(100 * 1024))));
        all.put("interim answers without end", (_, out) -> endlessly(out, "HTTP/1.1 103 Early Hints\r\nX: 1\r\n\r\n"));
        all.put("a status without end", (_, out) -> {
            out.write("HTTP/1.1 200 ".getBytes(StandardCharsets.US_ASCII));
            endlessly(out, "x");
        });
    }

    private static byte[] twice(int size) throws IOException {
        byte[] item = "<item><title>x</title></item>".repeat(1_000).getBytes(StandardCharsets.US_ASCII);
        var out = new ByteArrayOutputStream();
        try (var inner = new GZIPOutputStream(new GZIPOutputStream(out))) {
            inner.write("<rss><channel>".getBytes(StandardCharsets.US_ASCII));
            for (int written = 0; written < size; written += item.length) {
                inner.write(item);
            }
            inner.write("</channel></rss>".getBytes(StandardCharsets.US_ASCII));
        }
        return out.toByteArray();
    }

    private static void zeros(OutputStream out, long count) throws IOException {
        byte[] block = new byte[64 * 1024];
        for (long sent = 0; sent < count; sent += block.length) {
            out.write(block);
        }
        out.close();
    }

    private static void endlessly(OutputStream out, String text) throws IOException {
        byte[] block = text.repeat(Math.max(1, 60_000 / text.length())).getBytes(StandardCharsets.US_ASCII);
        while (true) {
            out.write(block);
        }
    }

    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, 16 * 1024);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /** Asks each and prints what came of it. */
    public static void main(String[] none) {
        for (var each : all().entrySet()) {
            try (var server = new RawServer(each.getValue())) {
                long before = System.nanoTime();
                var result = Asking.once(server.at("/feed"), TOTAL);
                System.out.println(each.getKey() + ": " + (System.nanoTime() - before) / 1_000_000 + " ms " + result);
            }
        }
    }
}
