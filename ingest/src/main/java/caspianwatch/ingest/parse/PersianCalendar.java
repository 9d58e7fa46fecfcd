package caspianwatch.ingest.parse;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** The solar calendar of Iran, in which some Iranian publishers date what they write; the JDK knows only the lunar one. */
final class PersianCalendar {
    private static final int FIRST_YEAR = 1343;
    private static final int LAST_YEAR = 1472;
    /** 1 Farvardin 1343. */
    private static final LocalDate START = LocalDate.of(1964, 3, 21);
    private static final List<String> MONTHS = List.of("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر",
            "آبان", "آذر", "دی", "بهمن", "اسفند");

    private PersianCalendar() {}

    /** 1 to 12; 0 where the word is no month of this calendar. */
    static int month(String word) {
        return MONTHS.indexOf(word.replace('ي', 'ی').replace('ك', 'ک')) + 1;
    }

    static boolean hasYear(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    /** The day; {@link DateTimeException} where there is none. In these years the rule of 33 years gives the leap years. */
    static LocalDate date(int year, int month, int day) {
        int days = month <= 6 ? 31 : month < 12 || leap(year) ? 30 : 29;
        if (!hasYear(year) || month < 1 || month > 12 || day < 1 || day > days) {
            throw new DateTimeException("no day of the Persian calendar: " + year + "/" + month + "/" + day);
        }
        long before = 0;
        for (int y = FIRST_YEAR; y < year; y++) {
            before += leap(y) ? 366 : 365;
        }
        return START.plusDays(before + (month <= 7 ? 31L * (month - 1) : 186 + 30L * (month - 7)) + day - 1);
    }

    private static boolean leap(int year) {
        return (25 * year + 11) % 33 < 8;
    }
}
