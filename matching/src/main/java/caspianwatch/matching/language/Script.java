package caspianwatch.matching.language;

import java.util.Set;

/** Scripts and the languages of each between which words decide. */
enum Script {
    LATIN("az", "de", "en", "es", "fr", "it", "kk", "tk", "tr", "uz"), CYRILLIC("bg", "kk", "ky", "ru", "tg", "uk",
            "uz"), ARABIC("ar", "fa", "ps", "ur"), GEORGIAN("ka"), ARMENIAN("hy"), HAN("zh"), OTHER;

    private final Set<String> languages;

    Script(String... languages) {
        this.languages = Set.of(languages);
    }

    Set<String> languages() {
        return languages;
    }

    /** The script of a letter. */
    static Script of(int letter) {
        if (letter < 0x250) {
            return LATIN;
        } else if (letter >= 0x400 && letter < 0x530) {
            return CYRILLIC;
        } else if (letter >= 0x600 && letter < 0x700) {
            return ARABIC;
        }
        return switch (Character.UnicodeScript.of(letter)) {
            case LATIN -> LATIN;
            case CYRILLIC -> CYRILLIC;
            case ARABIC -> ARABIC;
            case GEORGIAN -> GEORGIAN;
            case ARMENIAN -> ARMENIAN;
            case HAN -> HAN;
            default -> OTHER;
        };
    }
}
