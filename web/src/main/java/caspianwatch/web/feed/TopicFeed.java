package caspianwatch.web.feed;

import caspianwatch.contract.Article;
import caspianwatch.contract.Tag;
import caspianwatch.contract.TaggedArticle;
import caspianwatch.web.desk.Links;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A topic feed before it is written.
 *
 * @param site where the desk is, as the reader asked for it
 */
record TopicFeed(String tag, String site, Instant updated, List<TaggedArticle> articles) {
    private static final int LONGEST_SUMMARY = 600;

    String title() {
        return tag.equals("all") ? "Caspian Watch" : "Caspian Watch: " + tag;
    }

    /** The same in every reader and year, whatever the host is called. */
    String id() {
        return "urn:caspianwatch:topic:" + tag;
    }

    String home() {
        return site + (tag.equals("all") ? "/wire" : "/wire?q=tag:" + tag);
    }

    String self(String ending) {
        return site + "/topics/" + tag + ending;
    }

    static String id(Article article) {
        return "urn:caspianwatch:article:" + article.id();
    }

    /** The publisher's page, else ours. */
    String link(Article article) {
        String outside = Links.outside(article.url());
        return outside == null ? page(article) : outside;
    }

    String page(Article article) {
        return site + "/article/" + article.id();
    }

    static String title(Article article) {
        return clean(article.title().isBlank() ? "Without a headline" : article.title());
    }

    /** The beginning of the text, then each tag with the words that speak for it. */
    static String summary(TaggedArticle tagged) {
        String text = clean(tagged.article().text()).strip();
        String words = tagged.tags().stream().map(TopicFeed::words).collect(Collectors.joining("; "));
        String begin = text.length() <= LONGEST_SUMMARY ? text : text.substring(0, cut(text)) + " …";
        return begin.isEmpty() ? words : words.isEmpty() ? begin : begin + "\n\n" + words;
    }

    private static String words(Tag tag) {
        return tag.id() + ": " + tag.evidence().stream().map(each -> clean(each.text())).distinct()
                .collect(Collectors.joining(", "));
    }

    private static int cut(String text) {
        int space = text.lastIndexOf(' ', LONGEST_SUMMARY);
        int at = space > LONGEST_SUMMARY / 2 ? space : LONGEST_SUMMARY;
        return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    /** Without what XML 1.0 forbids: most controls, lone surrogates, U+FFFE and U+FFFF. */
    static String clean(String text) {
        var kept = new StringBuilder(text.length());
        text.codePoints().filter(TopicFeed::allowed).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean allowed(int point) {
        boolean control = point < 0x20 && point != '\t' && point != '\n' && point != '\r';
        boolean surrogate = point >= 0xD800 && point <= 0xDFFF;
        return !control && !surrogate && point != 0xFFFE && point != 0xFFFF;
    }
}
