package caspianwatch.matching.taxonomy;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The line, from 1, of each part of a YAML file, by its path: {@code tags.3.terms.en}. The data binder forgets it, and only
 * messages want it: the file is read for it at the first question.
 */
final class LineIndex {
    private final String yaml;
    private @Nullable Map<String, Integer> lines;

    private LineIndex(String yaml) {
        this.yaml = yaml;
    }

    /** Empty where the YAML cannot be read, for the reader has already said so. */
    static LineIndex of(String yaml) {
        return new LineIndex(yaml);
    }

    private synchronized Map<String, Integer> lines() {
        if (lines == null) {
            lines = read(yaml);
        }
        return lines;
    }

    private static Map<String, Integer> read(String yaml) {
        var lines = new HashMap<String, Integer>();
        try {
            var options = new LoaderOptions();
            options.setCodePointLimit(yaml.length() + 1);
            Node root = new Yaml(options).compose(new StringReader(yaml));
            if (root != null) {
                add("", root, lines);
            }
        } catch (YAMLException e) {
            lines.clear();
        }
        return lines;
    }

    /** The line of a path, or of the nearest part above it that has one; 0 where none has. */
    int line(String path) {
        String at = path;
        while (true) {
            Integer line = lines().get(at);
            if (line != null || at.isEmpty()) {
                return line == null ? 0 : line;
            }
            at = at.substring(0, Math.max(0, at.lastIndexOf('.')));
        }
    }

    private static void add(String path, Node node, Map<String, Integer> lines) {
        lines.putIfAbsent(path, node.getStartMark().getLine() + 1);
        String above = path.isEmpty() ? "" : path + ".";
        switch (node) {
            case MappingNode map -> map.getValue().forEach(pair -> {
                if (pair.getKeyNode() instanceof ScalarNode key) {
                    lines.put(above + key.getValue(), key.getStartMark().getLine() + 1);
                    add(above + key.getValue(), pair.getValueNode(), lines);
                }
            });
            case SequenceNode list -> {
                for (int i = 0; i < list.getValue().size(); i++) {
                    add(above + i, list.getValue().get(i), lines);
                }
            }
            case Node _ -> {
                // A scalar: its line is known.
            }
        }
    }
}
