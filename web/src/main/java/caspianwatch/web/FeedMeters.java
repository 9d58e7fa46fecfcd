package caspianwatch.web;

import caspianwatch.contract.Feed.Kind;
import caspianwatch.contract.FeedStatus.State;
import caspianwatch.web.view.Balance;
import caspianwatch.web.view.KnownFeed;
import caspianwatch.web.view.Views;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code cw_feeds{state}}; {@code cw_feeds_polled{country,kind}} and {@code cw_feeds_readable{country,kind}}, of which the
 * second counts those that could be read in the last 24 hours. Every instance of web sees all feeds: take the maximum.
 */
final class FeedMeters {
    private FeedMeters() {}

    /** Closing takes them away again. */
    static AutoCloseable bind(Views views, InstantSource clock, MeterRegistry registry) {
        List<Meter> meters = new ArrayList<>();
        for (State state : State.values()) {
            meters.add(Gauge.builder("cw_feeds", views, from -> count(from, state)).tag("state", word(state))
                    .description("Feeds on the list by state").register(registry));
        }
        for (String country : Balance.COUNTRIES) {
            for (Kind kind : Kind.values()) {
                meters.add(Gauge
                        .builder("cw_feeds_polled", views,
                                from -> Balance.of(from.feeds(), clock.instant()).of(country, kind).polled())
                        .tags("country", country, "kind", word(kind)).description("Feeds that are polled")
                        .register(registry));
                meters.add(Gauge
                        .builder("cw_feeds_readable", views,
                                from -> Balance.of(from.feeds(), clock.instant()).of(country, kind).readable())
                        .tags("country", country, "kind", word(kind))
                        .description("Feeds that are polled and could be read in the last 24 hours")
                        .register(registry));
            }
        }
        return () -> meters.forEach(registry::remove);
    }

    private static double count(Views views, State state) {
        return views.feeds().stream().filter(each -> state(each) == state).count();
    }

    private static State state(KnownFeed known) {
        return !known.feed().enabled()
                ? State.DISABLED
                : known.status() == null ? State.NEW : known.status().state();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
