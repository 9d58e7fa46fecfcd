package caspianwatch.app.cli;

import caspianwatch.app.StartException;
import caspianwatch.contract.Json;
import caspianwatch.runtime.Setting;
import caspianwatch.runtime.Settings;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The list of feeds from the command line: a program of the desk's API like any other. */
@Command(name = "feeds", mixinStandardHelpOptions = true, description = {
        "Shows and changes the list of feeds of a running desk, through its API.",
        "FEED is an id, an address, or a title that only one feed has."})
final class FeedsCommand implements Runnable {
    @Option(names = "--desk", paramLabel = "URL", scope = ScopeType.INHERIT, description = "the desk (default: http://127.0.0.1 and CASPIAN_PORT, 8080)")
    private @Nullable String desk;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** What can be said of a feed. */
    static final class Fields {
        @Option(names = "--title", description = "its name")
        private @Nullable String title;
        @Option(names = "--country", description = "a code such as AZ, or a word such as regional")
        private @Nullable String country;
        @Option(names = "--language", description = "a code such as ru")
        private @Nullable String language;
        @Option(names = "--kind", description = "wire, official, trade or independent")
        private @Nullable String kind;
        @Option(names = "--affiliation", description = "who stands behind it")
        private @Nullable String affiliation;
        @Option(names = "--reliability", description = "A to F")
        private @Nullable String reliability;
        @Option(names = "--interval", description = "minutes, or seconds such as 90s")
        private @Nullable String interval;

        Map<String, String> given() {
            var given = new LinkedHashMap<String, String>();
            put(given, "title", title);
            put(given, "country", country);
            put(given, "language", language);
            put(given, "kind", kind);
            put(given, "affiliation", affiliation);
            put(given, "reliability", reliability);
            put(given, "interval", interval);
            return given;
        }

        private static void put(Map<String, String> given, String name, @Nullable String value) {
            if (value != null) {
                given.put(name, value);
            }
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "name what to do: list, add, edit, disable, enable, remove, import, export, fetch");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Every feed with its state and what was seen.")
    void list(
            @Option(names = "--state", description = "only feeds in this state, such as silent") @Nullable String state)
            throws StartException {
        Logging.toStderr();
        PrintStream out = TagCommand.stdout();
        for (JsonNode item : api().feeds()) {
            String word = item.path("feed").path("enabled").asBoolean()
                    ? item.path("status").path("state").asText("NEW")
                    : "DISABLED";
            if (state == null || state.toUpperCase(Locale.ROOT).equals(word)) {
                JsonNode feed = item.path("feed");
                out.printf("%s  %-10s %-3s %-32s %s%n", feed.path("id").asText(), word, feed.path("country").asText(),
                        feed.path("title").asText(), feed.path("enabled").asBoolean()
                                ? item.path("status").path("reason").asText("")
                                : feed.path("disabledReason").asText(""));
            }
        }
        out.flush();
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Adds a feed. With --look it is only shown: what it would bring, with tags.")
    void add(@Parameters(paramLabel = "URL") String url,
            @Option(names = "--look", description = "show it, add nothing") boolean look,
            @ArgGroup(exclusive = false) @Nullable Fields fields) throws StartException {
        Logging.toStderr();
        if (look) {
            shown(api().send("POST", "/api/v1/feeds/previews", Map.of("url", url)));
            return;
        }
        var values = given(fields);
        values.put("url", url);
        said(api().send("POST", "/api/v1/feeds", values), "added");
    }

    @Command(name = "edit", mixinStandardHelpOptions = true, description = "Changes what is named; the rest stays.")
    void edit(@Parameters(paramLabel = "FEED") String feed,
            @Option(names = "--url", description = "its new address") @Nullable String url,
            @ArgGroup(exclusive = false) @Nullable Fields fields) throws StartException {
        Logging.toStderr();
        var values = given(fields);
        if (url != null) {
            values.put("url", url);
        }
        said(api().send("PUT", path(feed), values), "changed");
    }

    @Command(name = "disable", mixinStandardHelpOptions = true, description = "Polls a feed no more, and says why.")
    void disable(@Parameters(paramLabel = "FEED") String feed,
            @Option(names = "--reason", required = true, description = "why") String reason) throws StartException {
        Logging.toStderr();
        said(api().send("PUT", path(feed), Map.of("enabled", "no", "reason", reason)), "disabled");
    }

    @Command(name = "enable", mixinStandardHelpOptions = true, description = "Polls a feed again.")
    void enable(@Parameters(paramLabel = "FEED") String feed) throws StartException {
        Logging.toStderr();
        said(api().send("PUT", path(feed), Map.of("enabled", "yes")), "enabled");
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Takes a feed off the list. Its articles stay.")
    void remove(@Parameters(paramLabel = "FEED") String feed) throws StartException {
        Logging.toStderr();
        api().send("DELETE", path(feed), null);
        line("removed");
    }

    @Command(name = "fetch", mixinStandardHelpOptions = true, description = "Has a feed fetched now and shows what was found.")
    void fetch(@Parameters(paramLabel = "FEED") String feed) throws StartException {
        Logging.toStderr();
        shown(api().send("POST", path(feed) + "/fetch", null));
    }

    @Command(name = "import", mixinStandardHelpOptions = true, description = "Adds the feeds of an OPML file that are not on the list.")
    void importOpml(@Parameters(paramLabel = "FILE") Path file) throws StartException {
        Logging.toStderr();
        try {
            JsonNode done = Json.read(api().text("POST", "/api/v1/feeds.opml", "text/x-opml",
                    Files.readString(file)), JsonNode.class);
            line(done.path("added").asInt() + " added, " + done.path("known").asInt() + " were on the list, "
                    + done.path("refused").size() + " refused");
            done.path("refused").forEach(each -> line("  " + each.asText()));
        } catch (IOException e) {
            throw new StartException(file + " cannot be read: name an OPML file (" + e.getMessage() + ")", e);
        }
    }

    @Command(name = "export", mixinStandardHelpOptions = true, description = "The list as OPML, to a file or standard output.")
    void exportOpml(@Parameters(paramLabel = "FILE", arity = "0..1") @Nullable Path file) throws StartException {
        Logging.toStderr();
        String opml = api().text("GET", "/api/v1/feeds.opml", null, null);
        try {
            if (file == null) {
                line(opml);
            } else {
                Files.writeString(file, opml, StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new StartException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private DeskApi api() {
        String root = desk == null
                ? "http://127.0.0.1:" + Settings.fromEnvironment().required(Setting.CASPIAN_PORT)
                : desk.replaceFirst("/+$", "");
        return new DeskApi(root);
    }

    private String path(String feed) throws StartException {
        return "/api/v1/feeds/" + api().id(feed);
    }

    private static Map<String, String> given(@Nullable Fields fields) {
        return fields == null ? new LinkedHashMap<>() : fields.given();
    }

    private static void said(JsonNode item, String what) {
        line(what + " " + item.path("feed").path("id").asText() + "  " + item.path("feed").path("title").asText());
    }

    private static void shown(JsonNode item) {
        JsonNode look = item.path("status").path("look");
        if (look.isMissingNode()) {
            line("not answered yet; caspianwatch feeds list shows it when it is");
            return;
        }
        line(look.path("state").asText() + "  " + look.path("sentence").asText());
        line("  " + look.path("url").asText());
        line("  HTTP " + look.path("httpStatus").asInt() + ", " + look.path("contentType").asText("no type") + ", "
                + look.path("bytes").asLong() + " bytes, " + look.path("format").asText("no feed") + ", "
                + look.path("entries").asInt() + " entries, " + look.path("fresh").asInt() + " new, "
                + look.path("dated").asInt() + " dated " + look.path("oldest").asText("") + " to "
                + look.path("newest").asText(""));
        look.path("announced").forEach(each -> line("  names " + each.asText()));
        item.path("articles").forEach(article -> {
            var tags = new StringBuilder();
            article.path("tags").forEach(tag -> tags.append(' ').append(tag.asText()));
            line("  - " + article.path("sample").path("title").asText() + " [" + article.path("language").asText()
                    + tags + "]");
        });
    }

    private static void line(String text) {
        PrintStream out = TagCommand.stdout();
        out.println(text);
        out.flush();
    }
}
