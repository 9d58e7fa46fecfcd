package caspianwatch.matching.taxonomy;

import caspianwatch.contract.Article.TextBasis;
import caspianwatch.contract.Evidence;
import caspianwatch.contract.Severity;
import caspianwatch.contract.Tag;
import caspianwatch.matching.query.ArticleView;
import caspianwatch.matching.query.Evaluation;
import caspianwatch.matching.query.Node;
import caspianwatch.matching.query.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much an article matters, in steps: of each group the first step that holds adds its part, and says so in words. The sum
 * starts at Background; a step with {@code most} then caps it.
 */
record SeverityRules(List<Step> steps) {
    /** A step as its YAML says. {@code basis} and {@code when} must both hold where both are given. */
    record Source(@Nullable String group, @Nullable String say, @Nullable String when, @Nullable TextBasis basis,
            @Nullable Integer add, @Nullable Integer most) {}

    /** A step, ready. */
    record Step(String group, String say, @Nullable Node when, @Nullable TextBasis basis, int add, int most) {
        boolean holds(ArticleView view) {
            return (basis == null || view.article().basis() == basis)
                    && (when == null || Evaluation.matches(when, view));
        }
    }

    /** The level and its reasons, the largest first. */
    record Result(Severity severity, List<String> reasons) {}

    SeverityRules {
        steps = List.copyOf(steps);
    }

    Result of(ArticleView view) {
        var groups = new HashSet<String>();
        var held = new ArrayList<Step>();
        for (var step : steps) {
            if (!groups.contains(step.group) && step.holds(view)) {
                groups.add(step.group);
                held.add(step);
            }
        }
        int sum = Math.clamp(1 + held.stream().mapToInt(Step::add).sum(), 1, 5);
        int level = held.stream().mapToInt(Step::most).reduce(sum, Math::min);
        var said = held.stream().filter(step -> step.add != 0 || step.most < sum)
                .sorted(Comparator.comparingInt((Step step) -> Math.abs(step.add)).reversed())
                .map(step -> reason(step, view.tags())).toList();
        return new Result(Severity.of(level), said);
    }

    private static String reason(Step step, Map<String, Tag> tags) {
        String by = step.add > 0 ? "+" + step.add : step.add < 0 ? "−" + -step.add : "at most " + step.most;
        String words = step.when == null ? "" : words(step.when, tags);
        return step.say + " (" + by + (words.isEmpty() ? "" : ": «" + words + "»") + ")";
    }

    /** The strongest words of the first of the step's tags that the article has. */
    private static String words(Node when, Map<String, Tag> tags) {
        return Shape.tags(when).map(tags::get).filter(tag -> tag != null).findFirst()
                .flatMap(tag -> tag.evidence().stream().max(Comparator.comparingDouble(Evidence::weight)))
                .map(Evidence::text).orElse("");
    }
}
