package caspianwatch.matching.gazetteer;

import java.util.EnumSet;
import java.util.Set;

/**
 * Languages that write their names alike. A name counts in articles of its language's group: folded, Rəşt is an English rest
 * and Şət a set, while a Turkish article may well quote an Azerbaijani name.
 */
enum LanguageGroup {
    WESTERN, TURKIC, CYRILLIC, ARABIC, OTHER;

    /** The group of a language. */
    static LanguageGroup of(String language) {
        return switch (language) {
            case "en", "de", "fr" -> WESTERN;
            case "az", "tr", "tk", "uz" -> TURKIC;
            case "ru", "uk", "kk" -> CYRILLIC;
            case "fa", "ar" -> ARABIC;
            default -> OTHER;
        };
    }

    /** The groups whose names count in an article of a language; all where we do not know it. */
    static Set<LanguageGroup> in(String language) {
        var group = of(language);
        // Kazakh has two scripts; in what is left, scripts keep names apart, or we know nothing of the language.
        return group == OTHER || language.equals("kk") ? EnumSet.allOf(LanguageGroup.class) : EnumSet.of(group, OTHER);
    }
}
