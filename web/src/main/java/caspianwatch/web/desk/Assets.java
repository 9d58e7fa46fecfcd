package caspianwatch.web.desk;

import caspianwatch.contract.Ids;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Style, modules and fonts. The list is fixed, so that no part of an address ever becomes a file's path. */
final class Assets {
    private static final List<String> NAMES = List.of("desk.css", "desk.js", "time.js", "list.js", "live.js", "keys.js",
            "feeds.js",
            "icon.svg", "fonts/inter-latin.woff2", "fonts/inter-latin-ext.woff2", "fonts/inter-cyrillic.woff2",
            "fonts/inter-cyrillic-ext.woff2", "fonts/vazirmatn-arabic.woff2");

    private static final class Asset {
        final byte[] bytes;
        final String type;
        final String etag;
        final String kept;

        Asset(byte[] bytes, String type, String etag, String kept) {
            this.bytes = bytes;
            this.type = type;
            this.etag = etag;
            this.kept = kept;
        }
    }

    private final Map<String, Asset> assets = new LinkedHashMap<>();

    Assets() {
        NAMES.forEach(name -> assets.put("/assets/" + name, read(name)));
    }

    Iterable<String> paths() {
        return assets.keySet();
    }

    /** Answers with the asset of this path, or 304 where the reader has it. */
    void serve(Context context) {
        Asset asset = assets.get(context.path());
        if (asset == null) {
            context.status(404);
            return;
        }
        context.header("ETag", asset.etag).header("Cache-Control", asset.kept);
        if (asset.etag.equals(context.header("If-None-Match"))) {
            context.status(304);
        } else {
            context.contentType(asset.type).result(asset.bytes);
        }
    }

    private static Asset read(String name) {
        try (var in = Assets.class.getResourceAsStream("/desk/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the build has no /desk/" + name);
            }
            byte[] bytes = in.readAllBytes();
            String hash = Ids.of(Base64.getEncoder().encodeToString(bytes));
            // Modules import each other by plain names: they are asked for again each time, and answered by 304.
            return new Asset(bytes, type(name), "\"" + hash + "\"",
                    name.endsWith(".woff2") ? "public, max-age=604800" : "no-cache");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String type(String name) {
        String utf8 = ";charset=" + StandardCharsets.UTF_8;
        return switch (name.substring(name.lastIndexOf('.'))) {
            case ".css" -> "text/css" + utf8;
            case ".js" -> "text/javascript" + utf8;
            case ".svg" -> "image/svg+xml";
            default -> "font/woff2";
        };
    }
}
