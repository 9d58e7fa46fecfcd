package caspianwatch.web.desk;

import caspianwatch.contract.FeedStatus.Look;
import caspianwatch.web.roster.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a fetch on request found, as phrases, and its entries as the articles they would be. */
record LookLine(StateMark mark, String sentence, Stamp at, List<String> facts, @Nullable String tags, String url,
        @Nullable String title, @Nullable String language, List<String> announced, List<Entry> entries) {

    /** An entry; the link is null where its address may not stand in one. */
    record Entry(String title, @Nullable String href, String lang, @Nullable Stamp published, String text,
            List<String> tags, int severity) {}

    static LookLine of(Look look, List<Samples.Tagged> tagged, Moment moment) {
        var facts = new ArrayList<String>();
        facts.add(look.httpStatus() == 0 ? "no answer" : "HTTP " + look.httpStatus());
        if (look.contentType() != null) {
            facts.add(look.contentType());
        }
        if (look.bytes() > 0) {
            facts.add(FeedWords.bytes(look.bytes()));
        }
        if (look.format() != null) {
            facts.add(look.format());
            facts.add(FeedWords.entries(look.entries()) + ", " + look.fresh() + " new");
            facts.add(dates(look, moment));
        }
        return new LookLine(new StateMark(look.state()), look.sentence(), moment.stamp(look.at()), List.copyOf(facts),
                look.format() == null ? null : tags(tagged), look.url().toString(),
                look.title() == null ? null : Marks.contained(look.title()),
                look.language() != null && look.language().matches("[A-Za-z]{2,3}([-_].*)?")
                        ? look.language().substring(0, look.language().matches("[A-Za-z]{2}([-_].*)?") ? 2 : 3)
                                .toLowerCase(Locale.ROOT)
                        : null,
                look.announced(),
                tagged.stream().map(each -> entry(each, moment)).toList());
    }

    private static Entry entry(Samples.Tagged each, Moment moment) {
        var sample = each.sample();
        return new Entry(Marks.contained(sample.title()), Links.outside(sample.url()), each.language(),
                sample.published() == null ? null : moment.stamp(sample.published()), Marks.contained(sample.text()),
                each.tags(), each.severity());
    }

    private static String dates(Look look, Moment moment) {
        if (look.oldest() == null || look.newest() == null) {
            return "no dates";
        }
        String range = "dates " + moment.stamp(look.oldest()).both() + " to " + moment.stamp(look.newest()).both();
        return look.dated() == look.entries() ? range : look.dated() + " with a date, " + range;
    }

    private static String tags(List<Samples.Tagged> tagged) {
        Map<String, Integer> counts = new TreeMap<>();
        tagged.forEach(each -> each.tags().forEach(tag -> counts.merge(tag, 1, Integer::sum)));
        String first = tagged.size() == 1 ? "the first entry" : "the first " + tagged.size() + " entries";
        return counts.isEmpty()
                ? "no tags in " + first
                : "tags in " + first + ": "
                        + counts.entrySet().stream().map(each -> each.getKey() + " " + each.getValue())
                                .collect(Collectors.joining(", "));
    }
}
