package caspianwatch.ingest.fetch;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a body, unpacked if need be, and stops where it grows beyond what a feed can be. */
final class BoundedBody {
    private static final int BLOCK = 16 * 1024;
    /** Honest feeds pack 3 to 15 to one; a bomb a thousand. Small documents may pack as they like. */
    private static final int MOST_FOLD = 100;
    private static final int FOLD_COUNTS_FROM = 1024 * 1024;
    /** 8 MiB, which RFC 9659 makes the most for the web; a frame may ask for gigabytes. */
    private static final int WINDOW_BITS = 23;
    /** What {@code Accept-Encoding} names. */
    static final String ENCODINGS = "br, zstd, gzip";

    private BoundedBody() {}

    /** The body was refused while it was read. */
    static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1;
        final String reason;

        RefusedException(String reason, String message) {
            super(message);
            this.reason = reason;
        }
    }

    /** The decoded bytes; {@link RefusedException} for more than {@code limit}, for a bomb, for an encoding not asked for. */
    static byte[] read(InputStream body, @Nullable String encoding, int limit) throws IOException {
        var packed = new Counting(body);
        try (InputStream in = unpacked(packed, encoding)) {
            var out = new ByteArrayOutputStream();
            var block = new byte[BLOCK];
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                out.write(block, 0, n);
                if (out.size() > limit) {
                    throw new RefusedException("too-large", "more than " + limit + " bytes");
                }
                if (in != packed && out.size() > FOLD_COUNTS_FROM && out.size() > MOST_FOLD * packed.count) {
                    throw new RefusedException("too-large", "unpacks to more than " + MOST_FOLD + " times its size");
                }
            }
            return out.toByteArray();
        }
    }

    private static InputStream unpacked(InputStream packed, @Nullable String encoding) throws IOException {
        String name = encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "identity", "none", "utf-8" -> packed;
            case "gzip", "x-gzip" -> new GZIPInputStream(packed, BLOCK);
            case "br" -> new BrotliInputStream(packed, BLOCK);
            case "zstd" -> new ZstdInputStreamNoFinalizer(packed).setLongMax(WINDOW_BITS);
            default -> throw new RefusedException("encoding", "Content-Encoding " + name + " was not asked for");
        };
    }

    private static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] block, int off, int len) throws IOException {
            int n = super.read(block, off, len);
            count += Math.max(n, 0);
            return n;
        }
    }
}
