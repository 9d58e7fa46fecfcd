package caspianwatch.web.desk;

import caspianwatch.contract.Alert;
import caspianwatch.contract.Delivery;
import caspianwatch.contract.Evidence;
import caspianwatch.contract.Severity;
import caspianwatch.contract.Tag;
import caspianwatch.contract.TaggedArticle;
import caspianwatch.web.view.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A line of the wire.
 *
 * @param headline in pieces; what stands for it where the article has no title
 * @param told null where no alert was raised
 */
record Row(String id, Severity severity, Stamp seen, List<Segment> headline, String plain, String lang, String source,
        String tags, @Nullable Told told, boolean current) {

    static Row of(TaggedArticle tagged, List<Evidence> found, Views views, Moment moment, boolean current) {
        var article = tagged.article();
        var evidence = new ArrayList<>(found);
        tagged.tags().forEach(tag -> evidence.addAll(tag.evidence()));
        var headline = Marks.of(article, Evidence.Field.TITLE, evidence);
        return new Row(article.id(), tagged.severity(), moment.stamp(article.firstSeen()),
                headline.isEmpty() ? List.of(new Segment("Without a headline", "")) : headline,
                Marks.contained(article.title()), tagged.language(), Marks.contained(article.source().title()),
                tagged.tags().stream().map(Tag::id).collect(Collectors.joining(", ")), told(article.id(), views),
                current);
    }

    /** The classes of the row: severities 4 and 5 have a bar at its edge, and 5 is never cut. */
    String classes() {
        return switch (severity) {
            case CRITICAL -> "row crit";
            case HIGH -> "row high";
            case NOTABLE, ROUTINE, BACKGROUND -> "row";
        };
    }

    private static @Nullable Told told(String articleId, Views views) {
        List<Alert> alerts = views.alerts.referringTo(articleId);
        if (alerts.isEmpty()) {
            return null;
        }
        var attempts = new ArrayList<Delivery>();
        alerts.forEach(alert -> attempts.addAll(Told.latest(views.deliveriesOf(alert))));
        return new Told(Told.mark(attempts),
                alerts.stream().map(Alert::subscriptionName).distinct().collect(Collectors.joining(", ")));
    }
}
