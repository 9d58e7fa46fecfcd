package caspianwatch.alerts.channel;

import caspianwatch.contract.Article;
import caspianwatch.contract.Evidence;
import caspianwatch.contract.Severity;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** A notification, as tests of channels see it. */
public final class SampleNotification {
    public static final Instant RAISED = Instant.parse("2026-11-21T06:00:00Z");

    private SampleNotification() {}

    /** One with a single alert. */
    public static Notification of(String id, String title, List<Evidence> evidence) {
        var story = new Notification.Story("a1", URI.create("https://news.example/a/1"), title, "Mətn 1",
                new Article.Source("news.example/f1", "Harbour News", "az"), "az", null, RAISED.minusSeconds(1));
        return new Notification(id, RAISED, new Notification.To("sub-1", "Caspian drills"),
                List.of(new Notification.Item("alert-1", story, List.of("caspian", "naval"), Severity.NOTABLE,
                        evidence)));
    }

    /** One with a single alert and one piece of evidence. */
    public static Notification of(String id) {
        return of(id, "Drill off Baku",
                List.of(new Evidence("naval", Evidence.Field.TITLE, 0, 5, "Drill", "drill~en", 2)));
    }
}
