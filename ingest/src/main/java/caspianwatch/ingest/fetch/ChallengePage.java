package caspianwatch.ingest.fetch;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells a page that wants a person in front of a browser from any other page: by words that its makers put into it. */
final class ChallengePage {
    /** The makers' own words; none of them stands in a page of news. */
    private static final Map<String, String> MARKS = marks();
    /** Words that a page of news may have as well, say below a form, so that they count only on a page with little else. */
    private static final Map<String, String> FAINT = Map.of("captcha", "a page that asks for a captcha",
            "enable javascript and cookies", "a page that asks for JavaScript and cookies", "checking your browser",
            "a page that checks the browser", "access denied", "a page that denies access", "проверка браузера",
            "a page that checks the browser", "доступ ограничен", "a page that denies access");
    private static final int LITTLE = 16 * 1024;
    private static final int LOOKED_AT = 256 * 1024;

    private ChallengePage() {}

    private static Map<String, String> marks() {
        var marks = new LinkedHashMap<String, String>();
        marks.put("/cdn-cgi/challenge-platform", "a challenge page");
        marks.put("challenges.cloudflare.com", "a challenge page");
        marks.put("_cf_chl_opt", "a challenge page");
        marks.put("ddos-guard", "a challenge page");
        marks.put("_incapsula_resource", "a challenge page");
        marks.put("px-captcha", "a challenge page");
        marks.put("captcha-delivery.com", "a challenge page");
        marks.put("aws-waf-token", "a challenge page");
        marks.put("/__qrator", "a challenge page");
        return marks;
    }

    /** What kind of page it is, as a phrase; null where it asks for nobody. */
    static @Nullable String kindOf(byte[] page) {
        // What is looked for is ASCII or UTF-8; in any other charset it is not found, and the page is called malformed.
        String text = new String(page, 0, Math.min(page.length, LOOKED_AT), StandardCharsets.UTF_8)
                .toLowerCase(Locale.ROOT);
        if (!text.contains("<html") && !text.contains("<body")) {
            return null;
        }
        for (var mark : MARKS.entrySet()) {
            if (text.contains(mark.getKey())) {
                return mark.getValue();
            }
        }
        return page.length > LITTLE
                ? null
                : FAINT.entrySet().stream().filter(each -> text.contains(each.getKey())).map(Map.Entry::getValue)
                        .sorted().findFirst().orElse(null);
    }
}
