package caspianwatch.runtime;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a process. This class alone reads the environment; every other class gets a config record that cannot
 * be wrong. All problems are reported at once, each by its setting's name, and a misspelt setting is a problem.
 */
public final class Settings {
    private static final String PREFIX = "CASPIAN_";

    private final Map<String, String> values;
    private final List<String> problems = new ArrayList<>();

    private Settings(Map<String, String> values) {
        this.values = Map.copyOf(values);
        values.keySet().stream().filter(name -> name.startsWith(PREFIX)).filter(name -> known(name) == null).sorted()
                .forEach(name -> problems.add(name + " is not a setting; the settings are "
                        + Arrays.stream(Setting.values()).map(Setting::name).collect(Collectors.joining(", "))));
    }

    /** The settings of this process. */
    public static Settings fromEnvironment() {
        return of(System.getenv());
    }

    /** Settings by name; names that do not begin with {@code CASPIAN_} or {@code KAFKA_} are other programs' and are left alone. */
    public static Settings of(Map<String, String> values) {
        return new Settings(values);
    }

    /** These settings with some replaced or added. */
    public Settings with(Map<Setting, String> changes) {
        var merged = new LinkedHashMap<>(values);
        changes.forEach((setting, value) -> merged.put(setting.name(), value));
        return new Settings(merged);
    }

    /** The value as written, else the setting's default, else null. */
    public @Nullable String text(Setting setting) {
        String value = values.get(setting.name());
        return value == null || value.isBlank() ? setting.fallback : value.strip();
    }

    /** Whether somebody set it, if only to its default. */
    public boolean given(Setting setting) {
        String value = values.get(setting.name());
        return value != null && !value.isBlank();
    }

    /** The value, or a problem and an empty string where there is none. */
    public String required(Setting setting) {
        String value = text(setting);
        if (value == null) {
            problems.add(setting.name() + " is not set: " + setting.meaning);
            return "";
        }
        return value;
    }

    /** A whole number within bounds, or a problem and {@code min}. */
    public int number(Setting setting, int min, int max) {
        int value = parsed(setting, Integer::parseInt, min, "a whole number");
        if (value < min || value > max) {
            problems.add(setting.name() + "=" + value + " is not from " + min + " to " + max);
            return min;
        }
        return value;
    }

    /** A folder or file. */
    public Path path(Setting setting) {
        return parsed(setting, Path::of, Path.of("."), "a path").toAbsolutePath().normalize();
    }

    /** A comma-separated list, empty where the setting is absent. */
    public List<String> list(Setting setting) {
        String value = text(setting);
        return value == null
                ? List.of()
                : Arrays.stream(value.split(",", -1)).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    /** Adds a problem that only the reader of a value can see. */
    public void problem(Setting setting, String what) {
        problems.add(setting.name() + ": " + what);
    }

    /** Throws {@link SettingsException} with every problem found so far; called once, after all config records are made. */
    public void check() {
        if (!problems.isEmpty()) {
            throw new SettingsException(problems.stream().distinct().toList());
        }
    }

    private <T> T parsed(Setting setting, Function<String, T> parse, T instead, String what) {
        String value = required(setting);
        if (value.isEmpty()) {
            return instead;
        }
        try {
            return parse.apply(value);
        } catch (NumberFormatException | InvalidPathException e) {
            problems.add(setting.name() + "=" + value + " is not " + what);
            return instead;
        }
    }

    private static @Nullable Setting known(String name) {
        return Arrays.stream(Setting.values()).filter(setting -> setting.name().equals(name)).findAny().orElse(null);
    }
}
