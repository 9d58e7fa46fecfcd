package caspianwatch.matching.language;

/** A family of letters. */
enum Script {
    LATIN, CYRILLIC, ARABIC, GEORGIAN, ARMENIAN, HAN, OTHER;

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
