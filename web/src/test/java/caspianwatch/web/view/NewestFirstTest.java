package caspianwatch.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NewestFirstTest {
    private record Item(String id, int at, String ref) {}

    private final NewestFirst<Item> list = new NewestFirst<>(3,
            each -> new Position(Instant.ofEpochSecond(each.at()), each.id()), each -> List.of(each.ref()));

    @Test
    void keepsTheNewestWhateverTheOrderInWhichTheyCome() {
        List.of(item("b", 2), item("d", 4), item("a", 1), item("c", 3)).forEach(list::put);

        assertThat(list.stream()).extracting(Item::id).containsExactly("d", "c", "b");
        assertThat(list.get("a")).isEmpty();
    }

    @Test
    void aLaterRevisionReplacesTheFirstInItsPlace() {
        list.put(item("a", 1));
        list.put(item("b", 2));
        var older = list.put(new Item("a", 9, "other"));

        assertThat(older).isEqualTo(item("a", 1));
        assertThat(list.stream()).containsExactly(item("b", 2), new Item("a", 9, "other"));
    }

    @Test
    void findsWhatRefersToSomethingAndForgetsIt() {
        list.put(item("a", 1));
        list.put(new Item("b", 2, "other"));
        list.put(new Item("a", 1, "other"));
        list.remove("b");

        assertThat(list.referringTo("ref")).isEmpty();
        assertThat(list.referringTo("other")).extracting(Item::id).containsExactly("a");
    }

    @Test
    void aCursorComesBackAsItsPosition() {
        var position = new Position(Instant.parse("2026-11-20T23:12:44.123456789Z"), "a/b.c");

        assertThat(Position.ofCursor(position.cursor())).contains(position);
        assertThat(Position.ofCursor("%%%")).isEmpty();
        assertThat(Position.ofCursor("eHh4")).isEmpty();
    }

    private static Item item(String id, int at) {
        return new Item(id, at, "ref");
    }
}
