package caspianwatch.web.desk;

import caspianwatch.contract.FeedStatus;
import caspianwatch.contract.FeedStatus.State;
import caspianwatch.web.roster.Samples;
import caspianwatch.web.view.Balance;
import caspianwatch.web.view.KnownFeed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The Feeds page: what we can read and what not, worst first. */
record FeedsPage(Frame frame, String say, List<Chip> chips, Coverage coverage, List<Head> heads, List<Group> groups,
        String empty,
        @Nullable String notice, List<String> refused) {
    private static final int WELL_SHOWN = 24;
    private static final int OTHERS_SHOWN = 50;
    private static final int OF_ONE_STATE_SHOWN = 500;

    /** A column's head; {@code href} sorts by it, {@code sorted} says how it is, null where it is not. */
    record Head(String name, String href, @Nullable String sorted, boolean number) {}

    /** A count that narrows the list. */
    record Chip(@Nullable StateMark mark, int count, String href, boolean on) {}

    /** Feeds under one heading; {@code all} leads to those that are not shown, null where all are. */
    record Group(String heading, int count, List<FeedRow> rows, @Nullable String all) {}

    /**
     * What a reader asks for.
     *
     * @param state of the feeds, empty for every one
     * @param country as {@link Balance} counts them, empty for every one
     * @param sort the order within a group
     * @param all whether each group is shown to the last feed
     */
    record Ask(String state, String country, FeedSort sort, boolean all) {
        String href(String otherState, boolean otherAll) {
            return href(otherState, sort, otherAll);
        }

        String sortedBy(FeedSort otherSort) {
            return href(state, otherSort, all);
        }

        private String href(String otherState, FeedSort otherSort, boolean otherAll) {
            var parts = new ArrayList<String>();
            if (!otherState.isEmpty()) {
                parts.add("state=" + Links.encode(otherState));
            }
            if (!country.isEmpty()) {
                parts.add("country=" + Links.encode(country));
            }
            if (otherSort != FeedSort.STATE) {
                parts.add("sort=" + otherSort.word());
            }
            if (otherAll) {
                parts.add("all=yes");
            }
            return parts.isEmpty() ? "/feeds" : "/feeds?" + String.join("&", parts);
        }
    }

    static FeedsPage of(Frame frame, List<KnownFeed> feeds, Ask ask, Samples samples, @Nullable String notice,
            List<String> refused) {
        var moment = frame.moment();
        var here = feeds.stream().filter(each -> ask.country().isEmpty() || Balance.country(each).equals(ask.country()))
                .toList();
        var taken = here.stream().filter(each -> ask.state().isEmpty() || word(each).equals(ask.state())).toList();
        var groups = new ArrayList<Group>();
        for (var group : StateMark.Group.values()) {
            var members = taken.stream().filter(each -> FeedRow.mark(each).group() == group)
                    .sorted(ask.sort().order()).toList();
            if (!members.isEmpty()) {
                int shown = shown(group, ask);
                groups.add(new Group(group.heading, members.size(),
                        members.stream().limit(shown)
                                .map(each -> FeedRow.of(each, samples, moment)).toList(),
                        members.size() > shown ? ask.href(ask.state(), true) : null));
            }
        }
        return new FeedsPage(frame, say(feeds, moment.now()), chips(here, ask), Coverage.of(feeds, moment.now()),
                heads(ask),
                List.copyOf(groups), feeds.isEmpty() ? "No feed is on the list." : "No feed is in this state.", notice,
                refused);
    }

    /** Lists of other readers bring thousands at once; what nobody need look at is cut first. */
    private static int shown(StateMark.Group group, Ask ask) {
        if (ask.all()) {
            return Integer.MAX_VALUE;
        }
        if (!ask.state().isEmpty()) {
            return OF_ONE_STATE_SHOWN;
        }
        return switch (group) {
            case OUT, LOOK -> OTHERS_SHOWN;
            case OK, NEW, OFF -> WELL_SHOWN;
        };
    }

    private static List<Head> heads(Ask ask) {
        return List.of(head("State", FeedSort.STATE, false, ask), head("Feed", FeedSort.FEED, false, ask),
                head("Last new article", FeedSort.NEW, true, ask), head("Learned rhythm", FeedSort.RHYTHM, false, ask),
                new Head("7 days", "", null, false), new Head("What we see", "", null, false),
                head("Next try", FeedSort.NEXT, true, ask));
    }

    private static Head head(String name, FeedSort sort, boolean number, Ask ask) {
        return new Head(name, ask.sortedBy(sort), ask.sort() == sort ? sort.direction : null, number);
    }

    private static String word(KnownFeed known) {
        return FeedRow.mark(known).word().toLowerCase(Locale.ROOT);
    }

    private static List<Chip> chips(List<KnownFeed> feeds, Ask ask) {
        var chips = new ArrayList<Chip>();
        chips.add(new Chip(null, feeds.size(), ask.href("", false), ask.state().isEmpty()));
        for (State state : StateMark.IN_ORDER) {
            String word = state.name().toLowerCase(Locale.ROOT);
            int count = (int) feeds.stream().filter(each -> word(each).equals(word)).count();
            if (count > 0 || word.equals(ask.state())) {
                chips.add(new Chip(new StateMark(state), count, ask.href(word, false), word.equals(ask.state())));
            }
        }
        return List.copyOf(chips);
    }

    private static String say(List<KnownFeed> feeds, Instant now) {
        var polled = feeds.stream().filter(each -> each.feed().enabled()).toList();
        Instant poll = polled.stream().map(KnownFeed::status).filter(each -> each != null).map(FeedStatus::lastPoll)
                .filter(each -> each != null).max(Comparator.naturalOrder()).orElse(null);
        long overdue = polled.stream().filter(each -> overdue(each, now)).count();
        return polled.stream().filter(KnownFeed::readable).count() + " of " + polled.size() + " readable · "
                + (feeds.size() - polled.size()) + " disabled · "
                + (poll == null ? "none polled yet" : "last poll " + FeedWords.age(poll, now) + " ago") + " · "
                + (overdue == 0 ? "none" : overdue) + " overdue";
    }

    /** A status is told again every five minutes at the latest, so that its next time may be that old. */
    private static boolean overdue(KnownFeed known, Instant now) {
        var status = known.status();
        return status != null && status.nextDue() != null && status.nextDue()
                .plus(known.feed().interval().multipliedBy(2)).plus(Duration.ofMinutes(6)).isBefore(now);
    }
}
