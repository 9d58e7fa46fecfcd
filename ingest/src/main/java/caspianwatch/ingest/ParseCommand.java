package caspianwatch.ingest;

import caspianwatch.contract.Json;
import caspianwatch.ingest.parse.FeedReader;
import caspianwatch.ingest.parse.ParseResult;
import caspianwatch.ingest.parse.ParsedJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The {@code parse} command: a feed document in, one JSON object out with {@code file}, {@code ok}, {@code error} where it
 * is not ok, and else {@code format}, {@code title}, {@code link}, {@code entries} and the rest. Dates are ISO 8601, bodies
 * sanitised HTML with absolute links.
 */
public final class ParseCommand {
    private static final int TOLD_OF_A_LINE = 200;

    private ParseCommand() {}

    /** What reads a document; a test has one that fails. */
    interface Reader {
        ParseResult read(byte[] bytes, @Nullable String contentType, @Nullable URI url);
    }

    /** Parses one file; 0 where it is a feed, 1 where it is none or cannot be read. */
    public static int run(Path file, @Nullable URI url, @Nullable String contentType, PrintStream out) {
        ObjectNode answer = answer(FeedReader::read, file.toString(), url, contentType);
        print(answer, out);
        return answer.path("ok").asBoolean() ? 0 : 1;
    }

    /** One line out for each line {@code {"file","url"?,"contentType"?}} in, in the same order. */
    public static void batch(InputStream in, PrintStream out) throws IOException {
        batch(FeedReader::read, in, out);
    }

    static void batch(Reader reader, InputStream in, PrintStream out) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                print(answerTo(reader, line), out);
            }
        }
        out.flush();
    }

    private static ObjectNode answerTo(Reader reader, String line) {
        try {
            JsonNode asked = Json.read(line, JsonNode.class);
            String type = asked.path("contentType").asText("");
            return answer(reader, asked.path("file").asText(), address(asked.path("url").asText("")),
                    type.isEmpty() ? null : type);
        } catch (IllegalArgumentException e) {
            return refusal(line.substring(0, Math.min(line.length(), TOLD_OF_A_LINE)), String.valueOf(e.getMessage()));
        }
    }

    private static ObjectNode answer(Reader reader, String file, @Nullable URI url, @Nullable String contentType) {
        byte[] bytes;
        try (var in = Files.newInputStream(Path.of(file))) {
            bytes = in.readNBytes(FeedReader.MAX_BYTES + 1);
        } catch (IOException e) {
            return refusal(file, "cannot be read: " + e.getMessage());
        }
        try {
            return answer(file, reader.read(bytes, contentType, url));
        } catch (RuntimeException | StackOverflowError e) { // a fault of ours in one document must not end a batch of thousands
            return refusal(file, "a fault of this program: " + e);
        }
    }

    private static ObjectNode answer(String file, ParseResult result) {
        return switch (result) {
            case ParseResult.Refused refused -> {
                ObjectNode answer = refusal(file, refused.reason());
                refused.announced().forEach(answer.putArray("announced")::add);
                yield answer;
            }
            case ParseResult.Parsed parsed -> {
                ObjectNode answer = Json.MAPPER.createObjectNode().put("file", file).put("ok", true);
                answer.setAll(ParsedJson.of(parsed.document()));
                yield answer;
            }
        };
    }

    private static ObjectNode refusal(String file, String error) {
        return Json.MAPPER.createObjectNode().put("file", file).put("ok", false).put("error", error);
    }

    private static @Nullable URI address(String url) {
        try {
            return url.isBlank() ? null : URI.create(url);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static void print(ObjectNode answer, PrintStream out) {
        byte[] line = Json.write(answer).getBytes(StandardCharsets.UTF_8);
        out.write(line, 0, line.length);
        out.write('\n');
        out.flush();
    }
}
