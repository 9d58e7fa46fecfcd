package caspianwatch.web.desk;

import caspianwatch.contract.Json;
import caspianwatch.web.view.Filters.Reading;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;

/** Writes live events to one connection, as far as its filter takes them. One thread, so frames cannot mix. */
final class LiveWriter {
    private final Desk desk;
    private final Pages pages;
    private final LiveLine line;
    private final Reading.Filter filter;
    private final Zone zone;
    private final OutputStream out;

    LiveWriter(Desk desk, Pages pages, LiveLine line, Reading.Filter filter, Zone zone, OutputStream out) {
        this.desk = desk;
        this.pages = pages;
        this.line = line;
        this.filter = filter;
        this.zone = zone;
        this.out = out;
    }

    /** Says where the line stands, so that a reader who loses it at once can come back without a gap. */
    void open(String place) throws IOException {
        frame(place, "hello", "{}");
    }

    void write(LiveEvent event) throws IOException {
        switch (event) {
            case LiveEvent.Arrived arrived -> row(arrived, "article");
            case LiveEvent.Changed changed -> row(changed, "change");
            case LiveEvent.Pulse pulse -> {
                var data = new LinkedHashMap<String, Object>();
                data.put("html", pulse.html());
                data.put("alerts", pulse.alerts());
                frame("", "pulse", Json.write(data));
            }
            case LiveEvent.Reload _ -> frame("", "reload", "{}");
        }
    }

    private void row(LiveEvent.Numbered event, String name) throws IOException {
        var row = desk.row(event.article(), filter, zone);
        if (row.isEmpty()) {
            return;
        }
        var data = new LinkedHashMap<String, Object>();
        data.put("id", row.get().id());
        data.put("severity", row.get().severity().digit());
        data.put("at", row.get().seen().iso());
        data.put("html", pages.row(row.get()));
        frame(line.place(event), name, Json.write(data));
    }

    private void frame(String id, String name, String data) throws IOException {
        String text = (id.isEmpty() ? "" : "id: " + id + "\n") + "event: " + name + "\ndata: " + data + "\n\n";
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
