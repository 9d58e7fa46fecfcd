package caspianwatch.web.desk;

import caspianwatch.contract.Feed;
import caspianwatch.contract.FeedStatus;
import caspianwatch.web.roster.Samples;
import caspianwatch.web.view.KnownFeed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One feed, on the list or before it comes onto it: what we know of it, what to do, and how to change it. */
record FeedPage(Frame frame, FeedRow row, boolean draft, boolean enabled, String about, @Nullable String href,
        String url,
        @Nullable String advice, List<String> evidence, List<String> problems, @Nullable Stamp since,
        @Nullable String previous, List<Fact> facts, Form form, @Nullable String wrong) {
    /** A number and what it is of. */
    record Fact(String name, String value) {}

    /** What stands in the fields. */
    record Form(String title, String url, String country, String language, String kind, List<String> kinds,
            String affiliation, String reliability, List<String> reliabilities, String interval, String reason) {}

    static FeedPage of(Frame frame, KnownFeed known, Samples samples, @Nullable String wrong) {
        Feed feed = known.feed();
        FeedStatus status = known.status();
        var moment = frame.moment();
        var row = FeedRow.of(known, samples, moment);
        boolean draft = feed.draft() != null;
        return new FeedPage(frame, row, draft, feed.enabled(), about(feed), Links.outside(feed.url()),
                feed.url().toString(), status == null || !feed.enabled() ? null : status.advice(),
                status == null ? List.of() : status.evidence(), status == null ? List.of() : status.problems(),
                status == null ? null : moment.stamp(status.since()),
                status == null || status.previous() == null ? null : status.previous().name(),
                status == null ? List.of() : facts(status, moment), form(feed, row), wrong);
    }

    private static String about(Feed feed) {
        var parts = new ArrayList<String>();
        parts.add(FeedWords.country(feed.country()));
        if (feed.language() != null) {
            parts.add(feed.language());
        }
        parts.add(feed.kind().name().toLowerCase(Locale.ROOT));
        if (feed.affiliation() != null) {
            parts.add(feed.affiliation());
        }
        parts.add("reliability " + feed.reliability());
        return String.join(" · ", parts);
    }

    private static List<Fact> facts(FeedStatus status, Moment moment) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Last new article", when(status.lastNew(), moment)));
        facts.add(new Fact("Last read", when(status.lastGood(), moment)));
        facts.add(new Fact("Last asked", when(status.lastPoll(), moment)));
        facts.add(new Fact("Next try",
                status.nextDue() == null ? "none: it is not polled" : moment.stamp(status.nextDue()).both()));
        facts.add(new Fact("Answer", status.httpStatus() == 0 ? "none" : "HTTP " + status.httpStatus()));
        facts.add(new Fact("Document",
                FeedWords.entries(status.entries()) + ", " + FeedWords.bytes(status.bytes())));
        if (status.failures() > 0) {
            facts.add(new Fact("Failed", status.failures() + (status.failures() == 1 ? " poll" : " polls in a row")));
        }
        var rhythm = status.rhythm();
        if (rhythm != null) {
            facts.add(new Fact("Learned", rhythm.perDay() + " a day, from " + rhythm.daysLearned()
                    + (rhythm.daysLearned() == 1 ? " day" : " days")));
            facts.add(new Fact("Longest gap", rhythm.longestGapHours() + " h"));
            if (rhythm.silenceOneIn() != null) {
                facts.add(new Fact("This silence",
                        "1 in " + String.format(Locale.ENGLISH, "%,d", rhythm.silenceOneIn())));
            }
        }
        return List.copyOf(facts);
    }

    private static String when(@Nullable Instant at, Moment moment) {
        return at == null ? "never" : FeedWords.age(at, moment.now()) + " ago, " + moment.stamp(at).both();
    }

    private static Form form(Feed feed, FeedRow row) {
        boolean draft = feed.draft() != null;
        String title = draft && row.asked() != null && row.asked().title() != null ? row.asked().title() : feed.title();
        String language = feed.language() == null ? "" : feed.language();
        if (draft && row.asked() != null && row.asked().language() != null) {
            language = row.asked().language();
        }
        long seconds = feed.interval().toSeconds();
        return new Form(title, feed.url().toString(), feed.country(), language, word(feed.kind()),
                Arrays.stream(Feed.Kind.values()).map(FeedPage::word).toList(),
                feed.affiliation() == null ? "" : feed.affiliation(), feed.reliability().name(),
                Arrays.stream(Feed.Reliability.values()).map(Enum::name).toList(),
                seconds % 60 == 0 ? Long.toString(seconds / 60) : seconds + "s",
                feed.disabledReason() == null ? "" : feed.disabledReason());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
