package caspianwatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private final List<String> closed = new ArrayList<>();

    @Test
    void closesNewestFirstThoughOneFails() {
        var lifecycle = new Lifecycle();
        lifecycle.add("first", () -> closed.add("first"));
        lifecycle.add("second", () -> {
            throw new IOException("will not close");
        });
        lifecycle.add("third", () -> closed.add("third"));

        lifecycle.close();

        assertThat(closed).containsExactly("third", "first");
    }

    @Test
    void closesEverythingOnce() {
        var lifecycle = new Lifecycle();
        lifecycle.add("only", () -> closed.add("only"));
        lifecycle.close();
        lifecycle.close();

        assertThat(closed).containsExactly("only");
    }

    @Test
    void closesAtOnceWhatComesAfterItsEnd() {
        var lifecycle = new Lifecycle();
        lifecycle.close();

        lifecycle.add("late", () -> closed.add("late"));

        assertThat(closed).containsExactly("late");
    }
}
