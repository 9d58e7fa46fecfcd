package caspianwatch.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FeedDatesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sat, 07 Mar 2026 10:00:00 +0400      | 2026-03-07T06:00:00Z
            Sat, 7 Mar 2026 10:00:00 GMT         | 2026-03-07T10:00:00Z
            Sat,07 Mar 2026 10:00 EST            | 2026-03-07T15:00:00Z
            07 Mar 26 10:00:00 Z                 | 2026-03-07T10:00:00Z
            07 March 1998 10:00:00 MSK           | 1998-03-07T07:00:00Z
            Sat, 07 Mar 2026 10:00:00 GMT+0330   | 2026-03-07T06:30:00Z
            Sat, 07 Mar 2026 24:00:00 +0000      | 2026-03-08T00:00:00Z
            Sat, 07 Mar 2026 10:00:00            | 2026-03-07T10:00:00Z
            Saturday, March 7, 2026 10:05 PM     | 2026-03-07T22:05:00Z
            Mar 7, 2026                          | 2026-03-07T00:00:00Z
            Sat Mar  7 10:00:00 2026             | 2026-03-07T10:00:00Z
            2026-03-07T10:00:00Z                 | 2026-03-07T10:00:00Z
            2026-03-07T10:00:00.123+04:00        | 2026-03-07T06:00:00Z
            2026-03-07T10:00:00 +0330            | 2026-03-07T06:30:00Z
            2026-03-07 10:00:00                  | 2026-03-07T10:00:00Z
            2026-03-07                           | 2026-03-07T00:00:00Z
            20260307                             | 2026-03-07T00:00:00Z
            2026-03                              | 2026-03-01T00:00:00Z
            2026-066                             | 2026-03-07T00:00:00Z
            03/07/2026 10:00:00                  | 2026-03-07T10:00:00Z
            07.03.2026 10:00                     | 2026-03-07T10:00:00Z
            1772877600                           | 2026-03-07T10:00:00Z
            Сб, 07 мар 2026 10:00:00 +0300       | 2026-03-07T07:00:00Z
            7 марта 2026 г., 10:00               | 2026-03-07T10:00:00Z
            7 mart 2026 10:00                    | 2026-03-07T10:00:00Z
            07 Şubat 2026 10:00                  | 2026-02-07T10:00:00Z
            ۷ مارس ۲۰۲۶                          | 2026-03-07T00:00:00Z
            7 наурыз 2026                        | 2026-03-07T00:00:00Z
            2026 ж. 7 наурыз                     | 2026-03-07T00:00:00Z
            7 mart 2026-cı il, 10:00             | 2026-03-07T10:00:00Z
            Bazar ertəsi, 02 Mart 2026 10:00     | 2026-03-02T10:00:00Z
            3 İyun 2026                          | 2026-06-03T00:00:00Z
            7 Mart 2026ý.                        | 2026-03-07T00:00:00Z
            7 марта 2026, 10:00 МСК              | 2026-03-07T07:00:00Z
            7 березня 2026 р. о 10:00            | 2026-03-07T10:00:00Z
            10:00 / 07.03.2026                   | 2026-03-07T10:00:00Z
            7 آذار 2026 - 10:00                  | 2026-03-07T10:00:00Z
            5 كانون الثاني 2026                  | 2026-01-05T00:00:00Z
            ۱۴۰۴/۱۲/۱۶                           | 2026-03-07T00:00:00Z
            16 اسفند 1404                        | 2026-03-07T00:00:00Z
            1403/12/30 10:00                     | 2025-03-20T10:00:00Z
            Mar, 03 Mars 2026 10:00:00 +0100     | 2026-03-03T09:00:00Z
            Sat Mar 07 2026 10:00:00 GMT+0400 (Azerbaijan Standard Time) | 2026-03-07T06:00:00Z
            Sat, 07 Mar 2026 10:00:00 (Baku)     | 2026-03-07T10:00:00Z
            Sat, 07 Mar 2026 10:00:00 +04:00 GMT | 2026-03-07T06:00:00Z
            2026-03-07T10:00:00+04:00[Asia/Baku] | 2026-03-07T06:00:00Z
            2026-03-07T10:00:00 04:00            | 2026-03-07T06:00:00Z
            Sat, 07 Mar 2026 10:00:00 0400       | 2026-03-07T06:00:00Z
            2026-3-7 9:05:03                     | 2026-03-07T09:05:03Z
            2026年3月7日 10:00                    | 2026-03-07T10:00:00Z
            26-03-07T10:00:00Z                   | 2026-03-07T10:00:00Z
            -2603                                | 2026-03-01T00:00:00Z
            260307                               | 2026-03-07T00:00:00Z
            """)
    void readsWhatPublishersWrite(String written, Instant meant) {
        assertThat(FeedDates.parse(written)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "32 Mar 2026 10:00:00 GMT", "2026-13-07", "Sat, 07 Xyz 2026 10:00:00 GMT",
            "Sat, 07 Mar 2026 10:00:00 Nowhere", "0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "1404/12/30",
            "9999-12-31", "2026-03-07T25:00:00Z", "7 Mar 2026 10:00 and more words"})
    void saysNothingOfWhatItDoesNotUnderstand(String written) {
        assertThat(FeedDates.parse(written)).isNull();
    }
}
