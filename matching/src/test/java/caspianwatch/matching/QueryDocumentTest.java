package caspianwatch.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of every table of docs/query-language.md. */
class QueryDocumentTest {

    static List<List<String>> matching() throws IOException {
        return rows("query | matches | does not match", 30);
    }

    @ParameterizedTest
    @MethodSource("matching")
    void findsTheMiddleColumnAndNotTheRight(List<String> row) throws QueryException {
        var query = Query.parse(row.getFirst());
        assertThat(query.match(Articles.described(row.get(1)))).as(row.get(1)).isPresent();
        assertThat(query.match(Articles.described(row.get(2)))).as(row.get(2)).isEmpty();
    }

    static List<List<String>> refused() throws IOException {
        return rows("query | at | says", 10);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWithPositionAndWords(List<String> row) {
        var wrong = catchThrowableOfType(QueryException.class, () -> Query.parse(row.getFirst()));
        assertThat(wrong).hasMessageContaining(row.get(2));
        assertThat(wrong.position()).isEqualTo(Integer.parseInt(row.get(1)));
    }

    static List<List<String>> printed() throws IOException {
        return rows("query | is read as", 4);
    }

    @ParameterizedTest
    @MethodSource("printed")
    void readsBack(List<String> row) throws QueryException {
        assertThat(Query.parse(row.getFirst()).print()).isEqualTo(row.get(1));
    }

    /** The cells below every head of this kind, without the marks of code. */
    private static List<List<String>> rows(String head, int atLeast) throws IOException {
        var rows = new ArrayList<List<String>>();
        boolean inside = false;
        for (String line : Files.readAllLines(Path.of("..", "docs", "query-language.md"))) {
            inside = line.equals("| " + head + " |") || (inside && line.startsWith("|"));
            if (inside && !line.startsWith("|---") && !line.equals("| " + head + " |")) {
                rows.add(List.of(line.substring(1, line.length() - 1).split("\\|")).stream().map(String::strip)
                        .map(cell -> cell.startsWith("`") ? cell.substring(1, cell.length() - 1) : cell).toList());
            }
        }
        assertThat(rows).as(head).hasSizeGreaterThanOrEqualTo(atLeast);
        return rows;
    }
}
