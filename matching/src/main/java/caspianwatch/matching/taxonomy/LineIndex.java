package caspianwatch.matching.taxonomy;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The line, from 1, of each part of a YAML file, by its path: {@code tags.3.terms.en}. The data binder forgets it. */
final class LineIndex {
    private final Map<String, Integer> lines = new HashMap<>();

    private LineIndex() {}

    /** Empty where the YAML cannot be read, for the reader has already said so. */
    static LineIndex of(String yaml) {
        var index = new LineIndex();
        try {
            var options = new LoaderOptions();
            options.setCodePointLimit(yaml.length() + 1);
            Node root = new Yaml(options).compose(new StringReader(yaml));
            if (root != null) {
                index.add("", root);
            }
        } catch (YAMLException e) {
            index.lines.clear();
        }
        return index;
    }

    /** The line of a path, or of the nearest part above it that has one; 0 where none has. */
    int line(String path) {
        String at = path;
        while (true) {
            Integer line = lines.get(at);
            if (line != null || at.isEmpty()) {
                return line == null ? 0 : line;
            }
            at = at.substring(0, Math.max(0, at.lastIndexOf('.')));
        }
    }

    private void add(String path, Node node) {
        lines.putIfAbsent(path, node.getStartMark().getLine() + 1);
        String above = path.isEmpty() ? "" : path + ".";
        switch (node) {
            case MappingNode map -> map.getValue().forEach(pair -> {
                if (pair.getKeyNode() instanceof ScalarNode key) {
                    lines.put(above + key.getValue(), key.getStartMark().getLine() + 1);
                    add(above + key.getValue(), pair.getValueNode());
                }
            });
            case SequenceNode list -> {
                for (int i = 0; i < list.getValue().size(); i++) {
                    add(above + i, list.getValue().get(i));
                }
            }
            case Node _ -> {
                // A scalar: its line is known.
            }
        }
    }
}
