package caspianwatch.web.desk;

/** One article on its own page. */
record ArticlePage(Frame frame, Report report) {}
