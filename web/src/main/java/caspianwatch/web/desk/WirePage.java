package caspianwatch.web.desk;

import caspianwatch.web.view.Filters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The wire: rows, what narrows them, and the article that is being read. */
record WirePage(Frame frame, List<Facet> facets, String say, Filters.Reading.@Nullable Wrong wrong,
        @Nullable Quiet quiet,
        List<Row> rows, String empty, @Nullable String older, @Nullable Report report) {}
