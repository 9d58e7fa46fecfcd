package caspianwatch.web.desk;

import caspianwatch.contract.Feed.Kind;
import caspianwatch.web.view.Balance;
import caspianwatch.web.view.KnownFeed;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Whose voices reach us: of the feeds that we poll, how many could be read in the last 24 hours, by country and kind. */
record Coverage(List<Line> lines, List<String> kinds) {
    /**
     * @param low whether less than half could be read
     * @param width of the bar, in hundredths
     * @param byKind "2 of 3", in the order of the kinds; empty where there are none
     */
    record Line(String name, String href, int readable, int polled, boolean low, int width, List<String> byKind) {}

    static Coverage of(List<KnownFeed> feeds, Instant now) {
        var balance = Balance.of(feeds, now);
        var kinds = Arrays.asList(Kind.values());
        var lines = balance.countries().stream().filter(country -> balance.of(country).polled() > 0).map(country -> {
            var all = balance.of(country);
            return new Line(country.equals(Balance.OTHERS) ? "Others" : FeedWords.country(country),
                    "/feeds?country=" + Links.encode(country), all.readable(), all.polled(),
                    all.readable() * 2 < all.polled(), all.readable() * 100 / all.polled(),
                    kinds.stream().map(kind -> balance.of(country, kind))
                            .map(each -> each.polled() == 0 ? "" : each.readable() + " of " + each.polled()).toList());
        }).toList();
        return new Coverage(lines, kinds.stream().map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList());
    }
}
