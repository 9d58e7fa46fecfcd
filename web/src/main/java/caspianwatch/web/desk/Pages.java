package caspianwatch.web.desk;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** The templates, compiled in the build; every value that they write is escaped for the place where it stands. */
final class Pages {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html,
            Pages.class.getClassLoader(), Pages.class.getPackageName());

    String wire(WirePage page) {
        return render("wire.jte", page);
    }

    String article(ArticlePage page) {
        return render("article.jte", page);
    }

    String pane(Report report) {
        return render("pane.jte", report);
    }

    String notice(NoticePage page) {
        return render("notice.jte", page);
    }

    String keys(NoticePage page) {
        return render("keys.jte", page);
    }

    String feeds(FeedsPage page) {
        return render("feeds.jte", page);
    }

    String feed(FeedPage page) {
        return render("feed.jte", page);
    }

    String feedRow(FeedRow row) {
        return render("feedrow.jte", row);
    }

    String row(Row row) {
        return render("row.jte", row);
    }

    String strip(Strip strip) {
        return render("strip.jte", strip);
    }

    private String render(String template, Object model) {
        var output = new StringOutput();
        engine.render(template, model, output);
        return output.toString();
    }
}
