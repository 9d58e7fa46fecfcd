package caspianwatch.matching;

import caspianwatch.contract.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the tagger makes of a file of labelled articles in {@code exam/}: hits, false hits and misses of every core topic,
 * of all actors, of the alert and of every language. A label that an item calls optional counts neither way; the alert of
 * an unsure item counts nowhere.
 */
record ExamScore(Map<String, Counts> topics, Counts actors, Counts alert, Map<String, Counts> languages, int items,
        int hard, int hardWithFalseTopic, List<String> otherLanguage) {
    static final List<String> TOPICS = List.of("caspian", "naval", "naval-exercise", "fleet-and-ships",
            "naval-diplomacy", "maritime-incident", "caspian-energy-and-transport", "caspian-environment-and-law",
            "defence-cooperation");
    static final List<String> ACTORS = List.of("az", "ru", "ir", "kz", "tm", "tr", "ge", "pk", "us", "nato", "ua",
            "cn");

    /** Labels that were given and right, given and wrong, and not given; a rate without any label is 1. */
    static final class Counts {
        private int hits;
        private int falseHits;
        private int misses;

        private void add(boolean given, boolean wanted) {
            hits += given && wanted ? 1 : 0;
            falseHits += given && !wanted ? 1 : 0;
            misses += !given && wanted ? 1 : 0;
        }

        private Counts plus(Counts other) {
            var sum = new Counts();
            sum.hits = hits + other.hits;
            sum.falseHits = falseHits + other.falseHits;
            sum.misses = misses + other.misses;
            return sum;
        }

        double precision() {
            return hits + falseHits == 0 ? 1 : (double) hits / (hits + falseHits);
        }

        double recall() {
            return hits + misses == 0 ? 1 : (double) hits / (hits + misses);
        }

        double f1() {
            return hits + falseHits + misses == 0 ? 1 : 2.0 * hits / (2.0 * hits + falseHits + misses);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "P %.3f R %.3f F1 %.3f (%d right, %d wrong, %d missed)", precision(),
                    recall(), f1(), hits, falseHits, misses);
        }
    }

    /** All topics together. */
    Counts micro() {
        return topics.values().stream().reduce(new Counts(), Counts::plus);
    }

    /** Tags the articles of {@code exam/name} and compares. */
    static ExamScore of(String name) {
        var gold = lines(resource("/exam/" + name)).map(ExamScore::read).toList();
        var given = new TreeMap<String, JsonNode>();
        lines(tagged(gold)).map(ExamScore::read).forEach(line -> given.put(line.get("id").asText(), line));
        var topics = new TreeMap<String, Counts>();
        var languages = new TreeMap<String, Counts>();
        var actors = new Counts();
        var alert = new Counts();
        int hard = 0;
        int hardWithFalseTopic = 0;
        var otherLanguage = new ArrayList<String>();
        for (var item : gold) {
            var line = Objects.requireNonNull(given.get(item.get("id").asText()));
            var tags = words(line.get("tags"));
            var wanted = words(item.get("topics"));
            var optional = words(item.get("optional"));
            String language = item.get("lang").asText();
            boolean falseTopic = false;
            for (String topic : TOPICS) {
                if (!optional.contains(topic)) {
                    add(topics, topic, tags.contains(topic), wanted.contains(topic));
                    add(languages, language, tags.contains(topic), wanted.contains(topic));
                    falseTopic |= tags.contains(topic) && !wanted.contains(topic);
                }
            }
            ACTORS.stream().filter(actor -> !optional.contains(actor))
                    .forEach(actor -> actors.add(tags.contains(actor), wanted.contains(actor)));
            if (!item.get("alert_unsure").asBoolean()) {
                alert.add(line.get("alert").asBoolean(), item.get("alert").asBoolean());
            }
            if (item.get("stratum").asText().equals("hard")) {
                hard++;
                hardWithFalseTopic += falseTopic ? 1 : 0;
            }
            if (!line.get("lang").asText().equals(language)) {
                otherLanguage.add(item.get("id").asText() + ": " + line.get("lang").asText());
            }
        }
        return new ExamScore(topics, actors, alert, languages, gold.size(), hard, hardWithFalseTopic, otherLanguage);
    }

    /** The same table for a person to read. */
    String table() {
        var table = new StringBuilder();
        topics.forEach((topic, counts) -> table.append(topic).append(": ").append(counts).append('\n'));
        table.append("all topics: ").append(micro()).append("\nactors: ").append(actors).append("\nalert: ")
                .append(alert).append("\nhard items with a false topic: ").append(hardWithFalseTopic).append(" of ")
                .append(hard).append('\n');
        languages.forEach((language, counts) -> table.append(language).append(": ").append(counts).append('\n'));
        return table.toString();
    }

    private static void add(Map<String, Counts> counts, String key, boolean given, boolean wanted) {
        counts.computeIfAbsent(key, any -> new Counts()).add(given, wanted);
    }

    /** The labels stay behind: the tagger sees title and text alone, and not the language. */
    private static String tagged(List<JsonNode> gold) {
        var in = new StringBuilder();
        for (var item : gold) {
            in.append(Json.write(Map.of("id", item.get("id"), "title", item.get("title"), "text", item.get("text"))))
                    .append('\n');
        }
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        if (!TagLines.run(new ByteArrayInputStream(in.toString().getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8))) {
            throw new IllegalStateException(err.toString(StandardCharsets.UTF_8));
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Set<String> words(JsonNode array) {
        var words = new HashSet<String>();
        array.forEach(word -> words.add(word.asText()));
        return words;
    }

    private static Stream<String> lines(String text) {
        return text.lines().filter(line -> !line.isBlank());
    }

    private static JsonNode read(String line) {
        try {
            return Json.MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(line, e);
        }
    }

    private static String resource(String path) {
        try (var in = Objects.requireNonNull(ExamScore.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
