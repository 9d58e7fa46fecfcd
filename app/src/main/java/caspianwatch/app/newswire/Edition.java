package caspianwatch.app.newswire;

import caspianwatch.app.newswire.Script.Outlet;
import caspianwatch.app.newswire.Script.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** What stands in the feeds at one moment: a pure function of the script and of what is out. */
record Edition(Script script, Progress progress) {
    private static final int ENTRIES = 30;

    /**
     * An entry of a feed.
     *
     * @param published when the report came out; a correction keeps the date of what it corrects
     * @param updated when the words were last changed
     */
    record Entry(Report report, String url, Instant published, Instant updated) {
        String id() {
            return report.entryId();
        }
    }

    /** The newest entries of an outlet, newest first. */
    List<Entry> entries(Outlet outlet) {
        var newest = new ArrayList<>(all(outlet.id()).values()).reversed();
        return newest.subList(0, Math.min(ENTRIES, newest.size()));
    }

    /** The entry with this id as it reads now. */
    Optional<Entry> entry(String id) {
        return script.feeds().stream().flatMap(outlet -> all(outlet.id()).values().stream())
                .filter(entry -> entry.id().equals(id)).findAny();
    }

    String feedUrl(Outlet outlet) {
        return root() + "/feeds/" + outlet.id() + ".xml";
    }

    String root() {
        return "http://127.0.0.1:" + progress.port();
    }

    private LinkedHashMap<String, Entry> all(String outlet) {
        var entries = new LinkedHashMap<String, Entry>();
        for (int i = 0; i < progress.published().size(); i++) {
            Report report = script.articles().get(i);
            if (report.feed().equals(outlet)) {
                Instant now = progress.published().get(i);
                Entry corrected = entries.remove(report.entryId());
                entries.put(report.entryId(), new Entry(report, root() + "/articles/" + report.entryId(),
                        corrected == null ? now : corrected.published(), now));
            }
        }
        return entries;
    }
}
