package caspianwatch.matching.taxonomy;

/** One YAML file of the taxonomy; the name is for messages. */
public record RuleFile(String name, String yaml) {}
