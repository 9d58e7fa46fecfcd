package caspianwatch.ingest.health;

import caspianwatch.contract.FeedStatus.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state of a feed whose last poll brought nothing that can be read. */
public final class UnreadFeed {
    /** RFC 7807 errors and empty shells are longer; a feed with one entry is, too. */
    private static final int TINY = 200;
    private static final String ITSELF = "It is tried again by itself. If it lasts, look at the site.";

    private UnreadFeed() {}

    /** No answer, or an error; the reason is one word, such as {@code dns} or {@code http}. */
    public static Verdict failing(int httpStatus, String reason, String detail) {
        String sentence = reason.equals("http") || detail.isEmpty() ? detail : reason + ": " + detail;
        return new Verdict(State.FAILING, sentence, List.of(), switch (reason) {
            case "dns" -> "Check the address: its host is not known.";
            case "tls" -> "The publisher's certificate or its settings are wrong; only the publisher can mend that.";
            case "too-large", "encoding" -> "The document is not fit to be read; look for another address.";
            case "redirect" -> "Its redirects lead nowhere; look for another address.";
            case "http" -> httpStatus == 404 || httpStatus == 400
                    ? "Look for the feed's new address at the site."
                    : ITSELF;
            default -> ITSELF;
        });
    }

    /** The server asks us to wait. */
    public static Verdict busy(String sentence) {
        return new Verdict(State.FAILING, sentence, List.of(),
                "Nothing needs doing: it is asked again when it allows.");
    }

    /** The server does not want us. */
    public static Verdict refused(int httpStatus, @Nullable String page) {
        String sentence = page == null
                ? httpStatus + "; our polite user agent is refused"
                : httpStatus + " and " + page;
        return new Verdict(State.BLOCKED, sentence, List.of(),
                "Ask the publisher to let our user agent in, or look for another address. We do not pass for a browser.");
    }

    /** The address must not be reached. */
    public static Verdict forbidden(String objection) {
        return new Verdict(State.BLOCKED, "not asked: " + objection, List.of(),
                "Use an address on the public internet; an operator may permit a network in CASPIAN_FEEDS_ALLOW_NETWORKS.");
    }

    /** A document that is no feed; one of a few bytes is a feed that has died. */
    public static Verdict malformed(int httpStatus, long bytes, String detail, List<String> announced) {
        if (bytes < TINY && announced.isEmpty()) {
            return new Verdict(State.ZOMBIE, httpStatus + " and " + bytes + (bytes == 1 ? " byte" : " bytes"),
                    List.of(detail), "Look for another address of this outlet, or disable it with this reason.");
        }
        return new Verdict(State.MALFORMED, httpStatus + ", " + detail + ", " + bytes + " bytes",
                announced.isEmpty() ? List.of() : List.of("the page names " + String.join(", ", announced)),
                announced.isEmpty()
                        ? "Tell the publisher, or look for another address."
                        : "The page names a feed: set the address to " + announced.getFirst() + ".");
    }

    /** 410. */
    public static Verdict gone() {
        return new Verdict(State.GONE, "410: the publisher has withdrawn it", List.of(),
                "Look for the outlet's new feed, then remove this one.");
    }
}
