package caspianwatch.ingest.parse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as feeds write them: ISO 8601 and its cousins, RFC 822 and its breakages, month names of many languages. A date
 * that is not understood is null, never a guess: the time of first sight rules then.
 */
final class FeedDates {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-?(\\d{2})?-?(\\d{2})?"
            + "(?:[T\\s]+(\\d{1,2})(?::?(\\d{2})(?::?(\\d{2})(?:[.,]\\d+)?)?)?)?\\s*(.*)");
    private static final Pattern ORDINAL = Pattern.compile("(\\d{4})-?(\\d{3})");
    private static final Pattern EPOCH = Pattern.compile("(\\d{10})(\\d{3})?");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:.](\\d{1,2})(?:[:.](\\d{1,2})(?:[.,]\\d+)?)?");
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,4})([/.-])(\\d{1,2})[/.-](\\d{2,4})");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,4})(?:st|nd|rd|th|er|º|\\.)?");
    private static final int LONGEST = 100;
    /** Two digits of a year above this belong to the last century. */
    private static final int PIVOT = 69;

    private FeedDates() {}

    static @Nullable Instant parse(@Nullable String written) {
        if (written == null || written.length() > LONGEST) {
            return null;
        }
        String text = digits(written).strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            Instant instant = epoch(text);
            instant = instant == null ? iso(text) : instant;
            return instant == null ? loose(text) : instant;
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Instant epoch(String text) {
        Matcher match = EPOCH.matcher(text);
        return match.matches()
                ? Instant.ofEpochMilli(Long.parseLong(match.group(1)) * 1000
                        + (match.group(2) == null ? 0 : Long.parseLong(match.group(2))))
                : null;
    }

    private static @Nullable Instant iso(String text) {
        Matcher ordinal = ORDINAL.matcher(text);
        if (ordinal.matches()) {
            return LocalDate.ofYearDay(Integer.parseInt(ordinal.group(1)), Integer.parseInt(ordinal.group(2)))
                    .atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        Matcher match = ISO.matcher(text);
        if (!match.matches()) {
            return null;
        }
        ZoneId zone = match.group(7).isEmpty() ? ZoneOffset.UTC : FeedZones.zone(match.group(7));
        if (zone == null) {
            return null;
        }
        LocalDate date = LocalDate.of(number(match, 1, 1), number(match, 2, 1), number(match, 3, 1));
        return at(date, number(match, 4, 0), number(match, 5, 0), number(match, 6, 0), zone);
    }

    /** Words and numbers in any order: whatever cannot be placed makes the whole unreadable. */
    private static @Nullable Instant loose(String text) {
        var found = new Found();
        String[] tokens = text.replace(",", " ").replaceAll("(?<=\\d)T(?=\\d)", " ")
                .replaceAll("(?i)(\\d)([ap]\\.?m\\.?)(?=\\s|$)", "$1 $2")
                .replaceAll("(?<=\\p{L})-(?=\\d)|(?<=\\d)-(?=\\p{L})", " ")
                .strip().split("[\\s]+", -1);
        for (int i = 0; i < tokens.length; i++) {
            if (!found.take(tokens[i])) {
                String rest = String.join(" ", Arrays.copyOfRange(tokens, i, tokens.length));
                found.zone = found.zone == null && found.hour >= 0 ? FeedZones.zone(rest) : null;
                if (found.zone == null) {
                    return null;
                }
                break;
            }
        }
        return found.instant();
    }

    private static final class Found {
        int year = -1;
        int month = -1;
        int day = -1;
        int hour = -1;
        int minute;
        int second;
        @Nullable
        ZoneId zone;

        boolean take(String token) {
            Matcher time = TIME.matcher(token);
            if (hour < 0 && token.indexOf(':') > 0 && zoneSplit(token)) {
                return true;
            }
            if (hour < 0 && time.matches() && (token.indexOf(':') > 0 || (day > 0 && month > 0 && year >= 0))) {
                hour = Integer.parseInt(time.group(1));
                minute = FeedDates.number(time, 2, 0);
                second = FeedDates.number(time, 3, 0);
                return true;
            }
            Matcher slashed = SLASHED.matcher(token);
            if (day < 0 && month < 0 && slashed.matches()) {
                return numeric(slashed);
            }
            Matcher number = NUMBER.matcher(token);
            if (number.matches() && (day < 0 || year < 0)) {
                return number(number.group(1));
            }
            String word = token.toLowerCase(Locale.ROOT).replaceAll("[.']+$", "");
            if (month < 0 && MonthNames.month(word) > 0) {
                month = MonthNames.month(word);
                return true;
            }
            if (hour >= 0 && (word.equals("pm") || word.equals("am") || word.equals("p.m") || word.equals("a.m"))) {
                hour = hour % 12 + (word.charAt(0) == 'p' ? 12 : 0);
                return true;
            }
            if (hour >= 0 && zone == null) {
                zone = FeedZones.zone(token);
                return zone != null;
            }
            return hour < 0 && MonthNames.filler(word);
        }

        /** {@code 10:00:00+0100}: a zone without the blank. */
        private boolean zoneSplit(String token) {
            int sign = Math.max(token.indexOf('+'), token.indexOf('-'));
            int letter = token.matches(".*\\d[A-Za-z]+") ? token.replaceAll("[A-Za-z]+$", "").length() : -1;
            int split = sign > 0 ? sign : letter;
            if (split <= 0) {
                return false;
            }
            return take(token.substring(0, split)) && take(token.substring(split));
        }

        private boolean number(String digits) {
            int value = Integer.parseInt(digits);
            if (digits.length() >= 3 && year < 0) {
                year = digits.length() == 3 ? 1900 + value : value;
            } else if (day < 0 && value <= 31) {
                day = value;
            } else if (year < 0 && digits.length() == 2) {
                year = century(value);
            } else {
                return false;
            }
            return true;
        }

        private boolean numeric(Matcher match) {
            int first = Integer.parseInt(match.group(1));
            int middle = Integer.parseInt(match.group(3));
            int last = Integer.parseInt(match.group(4));
            if (match.group(1).length() == 4) {
                year = first;
                month = middle;
                day = last;
                return true;
            }
            // a slash is the American order, unless its first number can be no month; dots and dashes put the day first
            boolean monthFirst = match.group(2).equals("/") ? first <= 12 : middle > 12;
            month = monthFirst ? first : middle;
            day = monthFirst ? middle : first;
            year = match.group(4).length() == 2 ? century(last) : last;
            return true;
        }

        @Nullable
        Instant instant() {
            return year < 0 || month < 0
                    ? null
                    : at(LocalDate.of(year, month, day < 0 ? 1 : day), Math.max(hour, 0), minute, second,
                            zone == null ? ZoneOffset.UTC : zone);
        }
    }

    private static int century(int twoDigits) {
        return twoDigits < PIVOT ? 2000 + twoDigits : 1900 + twoDigits;
    }

    /** Midnight as 24:00 and the leap second as :60 are the next day and the next minute. */
    private static Instant at(LocalDate date, int hour, int minute, int second, ZoneId zone) {
        boolean midnight = hour == 24 && minute == 0 && second == 0;
        boolean leap = second == 60;
        var time = LocalTime.of(midnight ? 0 : hour, minute, leap ? 59 : second);
        var local = LocalDateTime.of(date, time).plusDays(midnight ? 1 : 0).plusSeconds(leap ? 1 : 0);
        return local.atZone(zone).toInstant();
    }

    private static int number(Matcher match, int group, int instead) {
        return match.group(group) == null ? instead : Integer.parseInt(match.group(group));
    }

    /** Persian and Arabic digits as ours. */
    private static String digits(String text) {
        var out = new StringBuilder(text.length());
        text.chars().filter(c -> c != 0x200E && c != 0x200F).map(
                c -> Character.isDigit(c) && c > '9' ? '0' + Character.digit(c, 10) : c == 0xA0 ? ' ' : c)
                .forEach(c -> out.append((char) c));
        return out.toString();
    }
}
