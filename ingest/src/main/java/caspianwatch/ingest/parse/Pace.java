package caspianwatch.ingest.parse;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * When a publisher wants to be asked again, in the words of the document: RSS's ttl, skipHours and skipDays, and the
 * syndication module's updatePeriod.
 *
 * @param every the longest time that any of them names; null where none does
 * @param skipHours hours of UTC, 0 to 23, in which nothing comes
 * @param skipDays days in UTC on which nothing comes
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Pace(@Nullable Duration every, List<Integer> skipHours, List<DayOfWeek> skipDays) {
    /** Nothing said. */
    public static final Pace UNSAID = new Pace(null, List.of(), List.of());

    private static final Map<String, Duration> PERIODS = Map.of("hourly", Duration.ofHours(1), "daily",
            Duration.ofDays(1), "weekly", Duration.ofDays(7), "monthly", Duration.ofDays(30), "yearly",
            Duration.ofDays(365));
    private static final int HOURS = 24;
    private static final int MOST_MINUTES = 60 * 24 * 366;

    /** A record of the state store may lack what is empty. */
    @SuppressWarnings({"NullAway", "ConstantValue"})
    public Pace {
        skipHours = skipHours == null ? List.of() : List.copyOf(skipHours);
        skipDays = skipDays == null ? List.of() : List.copyOf(skipDays);
    }

    /** What the fields of a channel say; whatever is no number or out of range is passed over. */
    static Pace of(Fields channel) {
        Duration ttl = minutes(channel.text("ttl"));
        Duration period = period(channel.text("sy:updateperiod"), channel.text("sy:updatefrequency"));
        Duration every = ttl == null || (period != null && period.compareTo(ttl) > 0) ? period : ttl;
        var hours = new ArrayList<Integer>();
        for (String hour : inside(channel, "skiphours", "hour")) {
            if (hour.matches("[0-9]{1,2}") && Integer.parseInt(hour) <= HOURS) {
                hours.add(Integer.parseInt(hour) % HOURS); // in RSS 0.91 the day ends with hour 24
            }
        }
        var days = new ArrayList<DayOfWeek>();
        for (String day : inside(channel, "skipdays", "day")) {
            for (DayOfWeek each : DayOfWeek.values()) {
                if (each.name().equals(day.toUpperCase(Locale.ROOT))) {
                    days.add(each);
                }
            }
        }
        return new Pace(every, hours.stream().distinct().toList(), days.stream().distinct().toList());
    }

    private static @Nullable Duration minutes(@Nullable String text) {
        if (text == null || !text.matches("[0-9]{1,6}")) {
            return null;
        }
        int minutes = Integer.parseInt(text);
        return minutes == 0 || minutes > MOST_MINUTES ? null : Duration.ofMinutes(minutes);
    }

    private static @Nullable Duration period(@Nullable String period, @Nullable String frequency) {
        Duration each = period == null ? null : PERIODS.get(period.toLowerCase(Locale.ROOT));
        boolean often = frequency != null && frequency.matches("[1-9][0-9]{0,4}");
        return each == null || !often || frequency == null ? each : each.dividedBy(Integer.parseInt(frequency));
    }

    private static List<String> inside(Fields channel, String list, String name) {
        var texts = new ArrayList<String>();
        for (Element element : channel.all(list)) {
            for (Element child : element.getChildren()) {
                String text = Tree.text(child);
                if (child.getName().equalsIgnoreCase(name) && text != null) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }
}
