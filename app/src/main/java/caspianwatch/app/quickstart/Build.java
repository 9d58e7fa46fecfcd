package caspianwatch.app.quickstart;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a cache is made of and good for, and nothing else: this JVM, its options, and every jar of the class path by name,
 * size and time.
 */
record Build(Path java, List<String> options, String classPath) {

    /** The one that runs. */
    static Build running() {
        var options = ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(Build::counts).toList();
        return new Build(Path.of(System.getProperty("java.home"), "bin", "java"), options,
                System.getProperty("java.class.path"));
    }

    /** Options that a second JVM can have too: no agent, no port, no cache. */
    private static boolean counts(String option) {
        return option.startsWith("--") || (option.startsWith("-X") && !option.startsWith("-XX:AOT")
                && !option.startsWith("-Xlog") && !option.startsWith("-Xrun") && !option.startsWith("-XX:StartFlight"));
    }

    /** A text that differs where a cache would not do. */
    String describe() {
        return Stream.of(Stream.of(System.getProperty("java.vm.version"), java.toString()), options.stream(),
                Stream.of(classPath.split(File.pathSeparator)).map(Build::file)).flatMap(each -> each)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** The command that runs this program with more options of the JVM and these arguments. */
    List<String> command(List<String> more, List<String> arguments) {
        var command = new ArrayList<String>();
        var nice = Path.of("/usr/bin/nice");
        if (Files.isExecutable(nice)) {
            command.addAll(List.of(nice.toString(), "-n", "19"));
        }
        command.add(java.toString());
        command.addAll(options);
        command.addAll(more);
        command.addAll(List.of("-cp", classPath));
        command.addAll(arguments);
        return command;
    }

    private static String file(String entry) {
        var path = Path.of(entry);
        try {
            return path + " " + Files.size(path) + " " + Files.getLastModifiedTime(path).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
