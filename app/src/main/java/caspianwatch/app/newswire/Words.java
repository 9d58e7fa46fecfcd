package caspianwatch.app.newswire;

import caspianwatch.app.newswire.Script.Report;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A report's text as feeds and pages want it. */
final class Words {
    private Words() {}

    /** As HTML, a paragraph each. */
    static String html(Report report) {
        return report.html()
                ? report.text()
                : Arrays.stream(report.text().split("\n\\s*\n")).filter(part -> !part.isBlank())
                        .map(part -> "<p>" + escaped(part.strip()) + "</p>").collect(Collectors.joining("\n"));
    }

    static String escaped(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
