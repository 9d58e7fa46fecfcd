package caspianwatch.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Evidence;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class MarksTest {
    @Test
    void marksTheWordsAndLeavesTheRest() {
        assertThat(shown("Ships of the Caspian Flotilla at sea", at(13, 29)))
                .isEqualTo("Ships of the [Caspian Flotilla] at sea");
    }

    @Test
    void overlappingAndTouchingMarksAreOneThatNamesEachTag() {
        var pieces = Marks.cut("abcdefgh", List.of(of("naval", 3, 6), of("caspian", 1, 4), of("ru", 6, 7)));

        assertThat(pieces).containsExactly(new Segment("a", ""),
                new Segment("bcdefg", "caspian: term; naval: term; ru: term"), new Segment("h", ""));
    }

    @Test
    void aMarkInsideAnotherDoesNotShortenIt() {
        assertThat(shown("abcdef", at(0, 6), at(2, 3))).isEqualTo("[abcdef]");
    }

    @Test
    void rightToLeftTextIsCutInItsLogicalOrder() {
        assertThat(shown("منطقه در دریای خزر بسته است", at(9, 18))).isEqualTo("منطقه در [دریای خزر] بسته است");
    }

    @Test
    void aBorderInsideASurrogatePairMovesToTheOutside() {
        assertThat(shown("a😀b", at(2, 4))).isEqualTo("a[😀b]");
        assertThat(shown("a😀b", at(0, 2))).isEqualTo("[a😀]b");
    }

    @Test
    void aBorderBetweenALetterAndItsCombiningMarksMovesToTheOutside() {
        assertThat(shown("xe\u0301y", at(0, 2))).isEqualTo("[xe\u0301]y");
    }

    @Test
    void offsetsOutsideTheTextAreClamped() {
        assertThat(shown("abc", at(-3, 2), at(2, 99), at(5, 4))).isEqualTo("[abc]");
    }

    @Test
    void controlsThatTurnTextAroundAreTakenAwayAfterTheCut() {
        assertThat(shown("ab\u202Ecd\u2066ef", at(3, 5))).isEqualTo("ab[cd]ef");
    }

    @Test
    void anyEvidenceWhateverItsOffsetsKeepsTheTextWhole() {
        var random = new Random(20261121);
        String text = "Ələt 😀 limanı دریای خزر e\u0301 Каспий";
        for (int i = 0; i < 5_000; i++) {
            var evidence = random.ints(random.nextInt(5), -2, text.length() + 3)
                    .mapToObj(start -> at(start, start + random.nextInt(8))).toList();
            var joined = Marks.cut(text, evidence).stream().map(Segment::text).collect(Collectors.joining());
            assertThat(joined).as("evidence %s", evidence).isEqualTo(text);
        }
    }

    private static String shown(String text, Evidence... evidence) {
        return Marks.cut(text, List.of(evidence)).stream()
                .map(each -> each.mark() ? "[" + each.text() + "]" : each.text()).collect(Collectors.joining());
    }

    private static Evidence at(int start, int end) {
        return of("caspian", start, end);
    }

    private static Evidence of(String tag, int start, int end) {
        return new Evidence(tag, Evidence.Field.TITLE, start, end, "", "term", 1);
    }
}
