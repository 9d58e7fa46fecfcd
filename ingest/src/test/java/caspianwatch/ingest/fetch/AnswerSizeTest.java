package caspianwatch.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.ingest.fetch.FetchResult.Failed;
import caspianwatch.ingest.fetch.FetchResult.Fetched;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Packed answers, large ones and slow ones: how much of each is taken. */
final class AnswerSizeTest {
    private final Publisher publisher = new Publisher();

    @AfterEach
    void stop() {
        publisher.close();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void unpacksGzip() {
        publisher.answer("/feed", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            Publisher.send(exchange, 200, gzip(Publisher.bytes(Publisher.RSS)));
        });

        assertThat(publisher.fetch()).isInstanceOfSatisfying(Fetched.class,
                fetched -> assertThat(fetched.drafts()).hasSize(1));
    }

    @Test
    void unpacksBrotliAndZstd() {
        byte[] brotli = Base64.getDecoder()
                .decode("G0YAYJwHti1urSN0XnwuMhmh0pPHSC7nynw67YWtbYXRgUMOWJu35mHgR68qpMxoVDBJGH+g7YbDTATOpEbcBA==");
        publisher.answer("/feed", exchange -> {
            boolean first = publisher.asked.size() == 1;
            exchange.getResponseHeaders().set("Content-Encoding", first ? "br" : "zstd");
            Publisher.send(exchange, 200, first ? brotli : Zstd.compress(Publisher.bytes(Publisher.RSS)));
        });

        assertThat(publisher.fetch()).isInstanceOfSatisfying(Fetched.class,
                fetched -> assertThat(fetched.drafts()).hasSize(1));
        assertThat(publisher.fetch()).isInstanceOfSatisfying(Fetched.class,
                fetched -> assertThat(fetched.drafts()).hasSize(1));
    }

    @Test
    void stopsBombsInBrotliAndZstd() {
        byte[] brotli = Base64.getDecoder().decode("m///f/gnAOKxQCD3/g8="); // 8 MiB of nothing
        publisher.answer("/feed", exchange -> {
            boolean first = publisher.asked.size() == 1;
            exchange.getResponseHeaders().set("Content-Encoding", first ? "br" : "zstd");
            Publisher.send(exchange, 200, first ? brotli : Zstd.compress(new byte[8 * 1024 * 1024]));
        });

        var bomb = new Failed(200, "too-large", "unpacks to more than 100 times its size");
        assertThat(publisher.fetch()).isEqualTo(bomb);
        assertThat(publisher.fetch()).isEqualTo(bomb);
    }

    @Test
    void refusesZstdThatWantsMoreMemoryThanTheWebAllows() {
        byte[] noise = new byte[200_000];
        new Random(7).nextBytes(noise);
        publisher.answer("/feed", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "zstd");
            var out = new ByteArrayOutputStream();
            try (var packed = new ZstdOutputStreamNoFinalizer(out, 1)) {
                packed.setLong(27);
                packed.write(noise);
            }
            Publisher.send(exchange, 200, out.toByteArray());
        });

        assertThat(publisher.fetch()).isInstanceOfSatisfying(Failed.class,
                failed -> assertThat(failed.detail()).containsIgnoringCase("memory"));
    }

    @Test
    void stopsABombWhileItUnpacks() {
        publisher.answer("/feed", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            Publisher.send(exchange, 200, gzip(new byte[8 * 1024 * 1024]));
        });

        assertThat(publisher.fetch())
                .isEqualTo(new Failed(200, "too-large", "unpacks to more than 100 times its size"));
    }

    @Test
    void stopsADocumentOfMoreThanTenMebibytes() {
        publisher.answer("/feed", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var block = new byte[1024 * 1024];
            for (int i = 0; i < 12; i++) {
                exchange.getResponseBody().write(block);
            }
        });

        assertThat(publisher.fetch()).isEqualTo(new Failed(200, "too-large", "more than 10485760 bytes"));
    }

    @Test
    void refusesAnEncodingThatItDidNotAskFor() {
        publisher.answer("/feed", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip, gzip");
            Publisher.send(exchange, 200, gzip(gzip(Publisher.bytes(Publisher.RSS))));
        });

        assertThat(publisher.fetch())
                .isEqualTo(new Failed(200, "encoding", "Content-Encoding gzip, gzip was not asked for"));
    }

    @Test
    void stopsAtMoreThan64KibibytesOfHeaders() {
        publisher.answer("/feed", exchange -> {
            for (int i = 0; i < 10_000; i++) {
                exchange.getResponseHeaders().add("Set-Cookie", "c" + i + "=1");
            }
            Publisher.send(exchange, 200, Publisher.bytes(Publisher.RSS));
        });

        assertThat(publisher.fetch()).isEqualTo(new Failed(200, "too-large", "more than 64 KiB of headers"));
    }

    @Test
    void endsAtAHeaderOfAMebibyte() {
        publisher.answer("/feed", exchange -> {
            exchange.getResponseHeaders().set("Location", "/" + "x".repeat(1 << 20));
            Publisher.send(exchange, 302, new byte[0]);
        });

        assertThat(publisher.fetch()).isInstanceOf(Failed.class);
        assertThat(publisher.asked).hasSize(1);
    }

    @Test
    void givesUpOnABodyThatTrickles() {
        var given = new CountDownLatch(1);
        publisher.answer("/feed", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('<');
            exchange.getResponseBody().flush();
            try {
                given.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        long before = System.nanoTime();
        var result = publisher.fetch();
        long took = System.nanoTime() - before;
        given.countDown();

        assertThat(result).isEqualTo(new Failed(0, "timeout", "no complete answer within 2 s"));
        assertThat(Duration.ofNanos(took)).isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(6));
    }
}
