package caspianwatch.web.desk;

import caspianwatch.contract.Alert;
import caspianwatch.contract.Delivery;
import caspianwatch.contract.Severity;
import caspianwatch.contract.TaggedArticle;
import caspianwatch.web.view.Views;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the strip says, each number measured now.
 *
 * @param reading empty, or how far the desk has read back
 * @param alerts raised in the last 24 h
 * @param highest severity of these; null where there are none
 * @param last when the last article was first seen
 * @param readable feeds whose last poll brought a document
 * @param polled feeds that are not switched off
 * @param dark those of them that were asked and cannot be read
 * @param pipeline median milliseconds from fetched to tagged of the last 100 articles
 * @param retrying notifications whose last attempt will be repeated
 * @param failed notifications given up in the last 24 h
 */
record Strip(Moment moment, String reading, int alerts, @Nullable Severity highest, @Nullable Stamp last, int readable,
        int polled, int dark, @Nullable Long pipeline, int retrying, int failed, List<Bar> bars, int least, int most) {
    private static final Duration DAY = Duration.ofHours(24);
    private static final int BINS = 24;
    private static final Duration BIN = Duration.ofMinutes(5);
    private static final int HEIGHT = 16;

    /** A bar of the sparkline in its 104 by 16 box; the last bin is not over yet and is drawn hollow. */
    record Bar(int x, int y, int height, boolean open) {}

    static Strip measure(Views views, String reading, Moment moment) {
        Instant now = moment.now();
        var alerts = views.alerts.stream().takeWhile(each -> each.raised().isAfter(now.minus(DAY))).toList();
        var feeds = views.feeds().stream().filter(each -> each.feed().enabled()).toList();
        var attempts = Told.latest(views.deliveries.stream().toList());
        int[] bins = bins(views, now);
        return new Strip(moment, reading, alerts.size(),
                alerts.stream().map(Alert::article).map(TaggedArticle::severity)
                        .max(Comparator.comparingInt(Severity::digit)).orElse(null),
                views.articles.stream().findFirst().map(each -> moment.stamp(each.article().firstSeen())).orElse(null),
                (int) feeds.stream().filter(each -> each.readable()).count(), feeds.size(),
                (int) feeds.stream().filter(each -> each.asked() && !each.readable()).count(), pipeline(views),
                (int) attempts.stream().filter(each -> each.outcome() == Delivery.Outcome.RETRYING).count(),
                (int) attempts.stream().filter(
                        each -> each.outcome() == Delivery.Outcome.FAILED && each.at().isAfter(now.minus(DAY))).count(),
                bars(bins), IntStream.of(bins).limit(BINS - 1).min().orElse(0), IntStream.of(bins).max().orElse(0));
    }

    private static @Nullable Long pipeline(Views views) {
        var took = views.articles.stream().filter(each -> each.origin() == TaggedArticle.Origin.LIVE).limit(100)
                .map(each -> Duration.between(each.article().fetched(), each.tagged()).toMillis()).sorted().toList();
        return took.isEmpty() ? null : Math.max(0, took.get(took.size() / 2));
    }

    private static int[] bins(Views views, Instant now) {
        int[] bins = new int[BINS];
        long bin = BIN.toSeconds();
        long open = Math.floorDiv(now.getEpochSecond(), bin);
        views.articles.stream().map(each -> Math.floorDiv(each.article().firstSeen().getEpochSecond(), bin))
                .takeWhile(each -> each > open - BINS)
                .forEach(each -> bins[Math.clamp(BINS - 1 - (open - each), 0, BINS - 1)]++);
        return bins;
    }

    private static List<Bar> bars(int[] bins) {
        int most = Math.max(1, IntStream.of(bins).max().orElse(1));
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < bins.length; i++) {
            int height = bins[i] == 0 ? 0 : Math.max(1, Math.round(bins[i] * (float) HEIGHT / most));
            bars.add(new Bar(i * 4, HEIGHT - height, height, i == bins.length - 1));
        }
        return bars;
    }
}
