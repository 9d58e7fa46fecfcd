package caspianwatch.web.api;

import caspianwatch.contract.TaggedArticle;
import caspianwatch.matching.Query;
import caspianwatch.matching.QueryException;
import caspianwatch.matching.Tagger;
import caspianwatch.matching.Taxonomy;
import caspianwatch.matching.why.Explanation;
import caspianwatch.web.view.Views;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** {@code /api/v1/articles/{id}/why}: why an article has a tag or meets a query, or what it lacks. */
final class Why {
    private static final String PATH = "/api/v1/articles/{id}/why";

    private final Views views;
    private final Tagger tagger = Tagger.of(Taxonomy.builtIn());

    Why(Views views) {
        this.views = views;
    }

    void routes(RoutesConfig routes) {
        routes.get(PATH, this::why);
    }

    private void why(Context context) throws ApiException {
        var article = views.articles.get(context.pathParam("id"))
                .orElseThrow(() -> new ApiException(404, "no article has this id"));
        String tag = context.queryParam("tag");
        String query = context.queryParam("query");
        if ((tag == null) == (query == null)) {
            throw new ApiException(400, "ask for either tag or query");
        }
        ApiAnswer.json(context.header("Cache-Control", "no-cache"),
                tag != null ? ofTag(article, tag) : ofQuery(article, String.valueOf(query)));
    }

    private Explanation ofTag(TaggedArticle article, String tag) throws ApiException {
        return tagger.why(article.article(), tag)
                .orElseThrow(() -> new ApiException(400, "tag: there is no tag of this id"));
    }

    private static Explanation ofQuery(TaggedArticle article, String query) throws ApiException {
        try {
            return Query.parse(query).why(article);
        } catch (QueryException e) {
            throw new ApiException(400, "query: " + e.getMessage(), e.position());
        }
    }
}
