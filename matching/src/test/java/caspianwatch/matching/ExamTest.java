package caspianwatch.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The shipped taxonomy sits an examination: our own news items in fourteen languages, labelled
 * by the guide and not by the rules; the letters are the batches in the order they were written,
 * i and j the last; n, u, w, y, m and i are the misleading ones.
 * The floors stand a little under what was measured, so that a rule that helps one language cannot cost another unseen.
 */
class ExamTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({ // file, topics F1, every topic's F1, actors F1, alert P, alert R, hard items with a false topic
            "exam-a.jsonl, 0.96, 0.80, 0.96, 0.95, 0.97, 1", "exam-b.jsonl, 0.94, 0.80, 0.94, 0.95, 0.97, 1",
            "exam-c.jsonl, 0.97, 0.74, 0.97, 0.97, 0.97, 1", "exam-e.jsonl, 0.95, 0.80, 0.97, 0.94, 0.97, 2",
            "exam-n.jsonl, 0.00, 0.00, 0.00, 0.97, 0.97, 3", "exam-long-a.jsonl, 0.90, 0.0, 0.90, 0.78, 0.97, 0",
            "exam-long-b.jsonl, 0.90, 0.0, 0.93, 0.97, 0.97, 0", "exam-f.jsonl, 0.97, 0.90, 0.92, 0.96, 0.98, 1",
            "exam-long-f.jsonl, 0.97, 0.90, 0.98, 0.98, 0.98, 0", "exam-g.jsonl, 0.93, 0.72, 0.88, 0.98, 0.87, 0",
            "exam-long-g.jsonl, 0.97, 0.90, 0.98, 0.98, 0.98, 0", "exam-h.jsonl, 0.96, 0.85, 0.95, 0.95, 0.95, 0",
            "exam-p.jsonl, 0.97, 0.88, 0.97, 0.97, 0.95, 0", "exam-q.jsonl, 0.97, 0.85, 0.96, 0.97, 0.97, 0",
            "exam-long-p.jsonl, 0.96, 0.75, 0.97, 0.97, 0.97, 0", "exam-r.jsonl, 0.95, 0.74, 0.90, 0.93, 0.93, 1",
            "exam-s.jsonl, 0.96, 0.80, 0.90, 0.95, 0.94, 0", "exam-long-s.jsonl, 0.92, 0.50, 0.90, 0.85, 0.97, 0",
            "exam-u.jsonl, 0.00, 0.00, 0.00, 0.97, 0.97, 1", "exam-t.jsonl, 0.97, 0.90, 0.96, 0.97, 0.97, 0",
            "exam-v.jsonl, 0.96, 0.88, 0.94, 0.96, 0.97, 0", "exam-w.jsonl, 0.00, 0.00, 0.00, 0.97, 0.97, 0",
            "exam-long-v.jsonl, 0.78, 0.45, 0.90, 0.97, 0.48, 0", "exam-x.jsonl, 0.93, 0.80, 0.90, 0.96, 0.95, 0",
            "exam-y.jsonl, 0.00, 0.00, 0.00, 0.97, 0.97, 0", "exam-long-x.jsonl, 0.82, 0.00, 0.88, 0.97, 0.74, 0",
            "exam-z.jsonl, 0.97, 0.90, 0.97, 0.97, 0.97, 0", "exam-long-z.jsonl, 0.95, 0.85, 0.97, 0.97, 0.97, 0",
            "exam-m.jsonl, 0.00, 0.00, 0.00, 0.97, 0.97, 2", "exam-d.jsonl, 0.96, 0.88, 0.96, 0.97, 0.93, 0",
            "exam-i.jsonl, 0.00, 0.00, 0.00, 0.97, 0.97, 0", "exam-j.jsonl, 0.97, 0.90, 0.97, 0.97, 0.97, 0"})
    void tagsTheExaminationAsWellAsBefore(String file, double micro, double topic, double actors, double precision,
            double recall, int hardWithFalseTopic) {
        var score = ExamScore.of(file);
        assertThat(score.micro().f1()).as(score.table()).isGreaterThanOrEqualTo(micro);
        assertThat(score.topics()).as(score.table()).allSatisfy(
                (name, counts) -> assertThat(counts.f1()).as(name).isGreaterThanOrEqualTo(topic));
        assertThat(score.actors().f1()).as(score.table()).isGreaterThanOrEqualTo(actors);
        assertThat(score.alert().precision()).as(score.table()).isGreaterThanOrEqualTo(precision);
        assertThat(score.alert().recall()).as(score.table()).isGreaterThanOrEqualTo(recall);
        assertThat(score.hardWithFalseTopic()).as(score.table()).isLessThanOrEqualTo(hardWithFalseTopic);
    }

    @ParameterizedTest
    @CsvSource({"exam-a.jsonl", "exam-b.jsonl", "exam-c.jsonl", "exam-e.jsonl", "exam-n.jsonl", "exam-long-a.jsonl",
            "exam-long-b.jsonl", "exam-f.jsonl", "exam-long-f.jsonl", "exam-g.jsonl",
            "exam-long-g.jsonl", "exam-h.jsonl", "exam-p.jsonl", "exam-q.jsonl", "exam-long-p.jsonl",
            "exam-r.jsonl", "exam-s.jsonl", "exam-long-s.jsonl", "exam-t.jsonl", "exam-v.jsonl", "exam-w.jsonl",
            "exam-long-v.jsonl", "exam-y.jsonl", "exam-long-x.jsonl", "exam-z.jsonl", "exam-long-z.jsonl",
            "exam-m.jsonl", "exam-d.jsonl", "exam-i.jsonl", "exam-j.jsonl"})
    void knowsTheLanguageOfEveryItem(String file) {
        assertThat(ExamScore.of(file).otherLanguage()).isEmpty();
    }

    /** One item of few Russian words is not told, and one of few Turkish ones. */
    @ParameterizedTest
    @CsvSource({"exam-u.jsonl", "exam-x.jsonl"})
    void knowsTheLanguageOfAllItemsButOne(String file) {
        assertThat(ExamScore.of(file).otherLanguage()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void hasItemsOfEveryLanguageAndStratum() {
        var score = ExamScore.of("exam-a.jsonl");
        assertThat(score.items()).isGreaterThan(100);
        assertThat(score.hard()).isGreaterThan(15);
        assertThat(score.languages()).hasSize(14);
    }
}
