package caspianwatch.web.desk;

/**
 * What stands around every page.
 *
 * @param title of the page, before the product's name
 * @param page its word, such as {@code wire} or {@code article}
 * @param query what stands in the search box
 * @param live where the live line takes over from this page
 * @param top whether new rows belong on this page
 * @param feed the tag whose topic feed belongs to this page
 */
record Frame(String title, String page, String query, String live, boolean top, String feed, Strip strip) {
    /** Whether this page is under Feeds. */
    boolean feeds() {
        return page.equals("feeds") || page.equals("feed");
    }

    Moment moment() {
        return strip.moment();
    }
}
