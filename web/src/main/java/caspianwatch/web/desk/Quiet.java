package caspianwatch.web.desk;

import caspianwatch.contract.FeedStatus;
import caspianwatch.web.view.KnownFeed;
import caspianwatch.web.view.Views;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Why a page with nothing new can be believed, or cannot: each line measured from the last polls. */
record Quiet(String heading, List<Line> lines) {
    /** A line of the proof; the mark is {@code sent} where it is well and {@code retry} where it wants a look. */
    record Line(String name, String mark, String sentence) {}

    private static final Duration STILL = Duration.ofMinutes(30);
    private static final Duration POLLING = Duration.ofMinutes(20);

    /** The proof, where the newest article is older than half an hour, or there is none. */
    static @Nullable Quiet of(Views views, Strip strip, Moment moment) {
        Stamp last = strip.last();
        if (!strip.reading().isEmpty() || (last != null && last.at().isAfter(moment.now().minus(STILL)))) {
            return null;
        }
        var polled = views.feeds().stream().filter(each -> each.feed().enabled()).toList();
        Instant poll = polled.stream().map(KnownFeed::status).filter(each -> each != null).map(FeedStatus::lastPoll)
                .filter(each -> each != null).max(Comparator.naturalOrder()).orElse(null);
        boolean working = poll != null && poll.isAfter(moment.now().minus(POLLING));
        String since = last == null ? "No article yet." : "No new article since " + last.clock() + ".";
        String heading = since + (working
                ? " The desk is working."
                : poll == null
                        ? " No feed has been read yet."
                        : " No feed has been polled since " + moment.stamp(poll).clock() + ".");
        return new Quiet(heading, List.of(reading(strip, poll, working, moment), said(polled), blind(strip, polled),
                alerts(strip)));
    }

    private static Line reading(Strip strip, @Nullable Instant poll, boolean working, Moment moment) {
        String at = poll == null
                ? "; none was polled yet"
                : "; last poll " + (moment.stamp(poll).ago().isEmpty()
                        ? moment.stamp(poll).clock()
                        : moment.stamp(poll).ago());
        return new Line("Reading", working ? "sent" : "retry",
                strip.readable() + " of " + strip.polled() + " feeds readable" + at);
    }

    private static Line said(List<KnownFeed> polled) {
        var statuses = polled.stream().map(KnownFeed::status).filter(each -> each != null).toList();
        int entries = statuses.stream().mapToInt(FeedStatus::entries).sum();
        int fresh = statuses.stream().mapToInt(FeedStatus::fresh).sum();
        long failing = statuses.stream().filter(each -> each.failures() > 0).count();
        return new Line("They said", "",
                entries + " entries in their last documents, " + fresh + " new; " + failing
                        + " feeds failed their last poll");
    }

    private static Line blind(Strip strip, List<KnownFeed> polled) {
        if (strip.dark() == 0) {
            return new Line("Blind spots", "sent", "every feed that we poll is readable");
        }
        Map<String, int[]> byCountry = new TreeMap<>();
        polled.forEach(each -> {
            int[] of = byCountry.computeIfAbsent(each.feed().country(), _ -> new int[2]);
            of[0] += each.readable() ? 1 : 0;
            of[1]++;
        });
        String thinnest = byCountry.entrySet().stream()
                .min(Comparator.comparingDouble(each -> each.getValue()[0] / (double) each.getValue()[1]))
                .map(each -> " Thinnest: " + each.getKey() + ", " + each.getValue()[0] + " of " + each.getValue()[1]
                        + ".")
                .orElse("");
        return new Line("Blind spots", "retry", strip.dark()
                + (strip.dark() == 1 ? " feed is" : " feeds are") + " not readable." + thinnest
                + " News that only they carry would not be here.");
    }

    private static Line alerts(Strip strip) {
        boolean well = strip.retrying() == 0 && strip.failed() == 0;
        return new Line("Alerts", well ? "sent" : "retry",
                strip.alerts() + " in 24 h; deliveries: " + strip.retrying() + " retrying, " + strip.failed()
                        + " failed");
    }
}
