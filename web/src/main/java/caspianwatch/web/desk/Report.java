package caspianwatch.web.desk;

import caspianwatch.contract.Alert;
import caspianwatch.contract.Article;
import caspianwatch.contract.Delivery;
import caspianwatch.contract.Evidence;
import caspianwatch.contract.Feed;
import caspianwatch.contract.Severity;
import caspianwatch.contract.TaggedArticle;
import caspianwatch.web.view.Views;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An article as the reading pane and its own page show it. */
record Report(String id, Severity severity, Stamp seen, @Nullable Stamp says, List<Segment> headline, String plain,
        String lang, List<Why> why, List<Words> tags, List<String> reasons, String source, String about, String author,
        @Nullable String link, String host, List<List<Segment>> paragraphs, String basis, boolean truncated,
        int revision, List<Sent> sent, String latency) {
    private static final Duration WORTH_SAYING = Duration.ofMinutes(15);
    private static final Pattern BLANK_LINE = Pattern.compile("\\R\\s*\\R|\\R");

    /** Why a subscription fired, with the words in their sentence. */
    record Why(String name, String query, List<Segment> quotation, List<String> reasons) {}

    /** A tag and the words that speak for it, each with the parts of the article in which they stand. */
    record Words(String tag, String href, List<Word> words) {}

    /** Words as written, and where. */
    record Word(String text, String where, String rule) {}

    /** The last attempt of one notification over one channel. */
    record Sent(String mark, String who, String sentence) {}

    static Report of(TaggedArticle tagged, Views views, Moment moment) {
        var article = tagged.article();
        List<Alert> alerts = views.alerts.referringTo(article.id());
        var evidence = new ArrayList<Evidence>();
        tagged.tags().forEach(tag -> evidence.addAll(tag.evidence()));
        alerts.stream().filter(alert -> sameText(alert, article)).forEach(alert -> evidence.addAll(alert.evidence()));
        var published = article.published();
        URI url = article.url();
        String link = Links.outside(url);
        return new Report(article.id(), tagged.severity(), moment.stamp(article.firstSeen()),
                published != null && Duration.between(published, article.firstSeen()).abs().compareTo(WORTH_SAYING) > 0
                        ? moment.stamp(published)
                        : null,
                Marks.of(article, Evidence.Field.TITLE, evidence), Marks.contained(article.title()), tagged.language(),
                alerts.stream().map(Report::why).toList(), words(tagged), tagged.severityReasons(),
                Marks.contained(article.source().title()), about(views.feed(article.source().feedKey()), article),
                article.author() == null ? "" : Marks.contained(article.author()), link,
                url == null || link == null ? "" : Links.host(url), paragraphs(article.text(), evidence),
                basis(article.basis()), article.truncated(), article.revision(), sent(alerts, views, moment),
                latency(tagged));
    }

    private static Why why(Alert alert) {
        var quoted = alert.evidence().isEmpty()
                ? List.<Segment>of()
                : Quotation.of(alert.article(), alert.evidence());
        return new Why(alert.subscriptionName(), alert.query(), quoted, alert.reasons());
    }

    private static List<Words> words(TaggedArticle tagged) {
        return tagged.tags().stream().map(tag -> {
            var where = new LinkedHashMap<String, LinkedHashSet<String>>();
            var rules = new LinkedHashMap<String, String>();
            tag.evidence().forEach(each -> {
                where.computeIfAbsent(each.text(), _ -> new LinkedHashSet<>())
                        .add(each.field().name().toLowerCase(Locale.ROOT));
                rules.putIfAbsent(each.text(), each.rule());
            });
            var words = new ArrayList<Word>();
            where.forEach((text, fields) -> words.add(new Word(Marks.contained(text), String.join(", ", fields),
                    Marks.contained(rules.getOrDefault(text, "")))));
            return new Words(tag.id(), Links.wire(Clauses.clause("tag", tag.id())), List.copyOf(words));
        }).toList();
    }

    private static List<List<Segment>> paragraphs(String text, List<Evidence> evidence) {
        var inText = evidence.stream().filter(each -> each.field() == Evidence.Field.TEXT).toList();
        var paragraphs = new ArrayList<List<Segment>>();
        var breaks = BLANK_LINE.matcher(text);
        int from = 0;
        while (breaks.find()) {
            add(paragraphs, text, inText, from, breaks.start());
            from = breaks.end();
        }
        add(paragraphs, text, inText, from, text.length());
        return List.copyOf(paragraphs);
    }

    private static void add(List<List<Segment>> paragraphs, String text, List<Evidence> evidence, int from, int to) {
        if (from < to && !text.substring(from, to).isBlank()) {
            paragraphs.add(Marks.cut(text, evidence, from, to));
        }
    }

    private static List<Sent> sent(List<Alert> alerts, Views views, Moment moment) {
        return alerts.stream().flatMap(alert -> {
            var attempts = Told.latest(views.deliveriesOf(alert));
            return attempts.isEmpty()
                    ? List.of(new Sent("raised", alert.subscriptionName(), "not sent yet")).stream()
                    : attempts.stream().map(each -> new Sent(Told.mark(List.of(each)),
                            each.channelType() + ", " + alert.subscriptionName(), sentence(each, moment)));
        }).toList();
    }

    private static String sentence(Delivery attempt, Moment moment) {
        String often = attempt.attempt() == 1 ? "" : " (attempt " + attempt.attempt() + ")";
        return switch (attempt.outcome()) {
            case DELIVERED -> "accepted in " + attempt.took() + " ms" + often;
            case RETRYING -> attempt.detail() + (attempt.next() == null
                    ? ""
                    : ", again at " + moment.stamp(attempt.next()).seconds()) + often;
            case FAILED -> "given up: " + attempt.detail() + often;
        };
    }

    private static String about(@Nullable Feed feed, Article article) {
        return feed == null
                ? article.source().country()
                : article.source().country() + " · " + feed.kind().name().toLowerCase(Locale.ROOT) + ", reliability "
                        + feed.reliability();
    }

    private static String basis(Article.TextBasis basis) {
        return switch (basis) {
            case FULL -> "full text";
            case SUMMARY -> "summary";
            case TITLE -> "title only";
        };
    }

    private static String latency(TaggedArticle tagged) {
        long tagging = Math.max(0, Duration.between(tagged.article().fetched(), tagged.tagged()).toMillis());
        return tagged.origin() == TaggedArticle.Origin.REPLAY ? "replayed" : "tagged +" + tagging + " ms";
    }

    private static boolean sameText(Alert alert, Article article) {
        return alert.article().article().contentHash().equals(article.contentHash());
    }
}
