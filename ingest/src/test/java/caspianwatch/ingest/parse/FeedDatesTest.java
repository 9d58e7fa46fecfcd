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
            """)
    void readsWhatPublishersWrite(String written, Instant meant) {
        assertThat(FeedDates.parse(written)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "32 Mar 2026 10:00:00 GMT", "2026-13-07", "Sat, 07 Xyz 2026 10:00:00 GMT",
            "Sat, 07 Mar 2026 10:00:00 Nowhere", "2026-03-07T25:00:00Z", "7 Mar 2026 10:00 and more words"})
    void saysNothingOfWhatItDoesNotUnderstand(String written) {
        assertThat(FeedDates.parse(written)).isNull();
    }
}
