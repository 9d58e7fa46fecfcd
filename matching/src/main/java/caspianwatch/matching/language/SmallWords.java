package caspianwatch.matching.language;

import caspianwatch.matching.text.Tokens;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Words so common that a sentence of the language hardly does without. Folded, as tokens are. */
final class SmallWords {
    private static final Map<String, Set<String>> WORDS = Map.ofEntries(
            words("en", "the of and to in for on with at by from is are was were has have that as its an be it will"),
            words("de", "der die das und ist von mit den dem ein eine für auf im nicht werden wurde sich des zu"),
            words("fr", "le la les des et est une dans pour sur avec par qui aux du en au sont a été ce cette l d"),
            words("az", "və bu ilə üçün olan edib olub ki də da həmin görə bildirib isə dair sonra daha azərbaycan"),
            words("tr", "ve bu ile için olan olarak bir da de edildi oldu ettiği göre kadar daha sonra olduğu türkiye"),
            words("tk",
                    "we bu bilen üçin bolan hem boldy baradaky hakynda edildi türkmenistanyň türkmenistan ýyl şeýle"),
            words("kk", "zhane jáne men bul úshin týraly boldy және мен бұл үшін туралы болды бойынша деп еді болып"),
            words("ru", "и в на с по что не для из от к о был была были также это как за до при его их он"),
            words("uk", "і в на з що не для із від до та був була були також це як за при його їх він у про"),
            words("fa", "و در به از که این را با است برای آن یک شد می شده کرد خود تا بر های"),
            words("ar", "في من على إلى أن التي الذي عن مع هذا هذه كان بعد قال ما لا أو بين خلال قد"));

    private SmallWords() {}

    static Set<String> of(String language) {
        return WORDS.getOrDefault(language, Set.of());
    }

    static boolean ofAny(String word) {
        return WORDS.values().stream().anyMatch(words -> words.contains(word));
    }

    private static Map.Entry<String, Set<String>> words(String language, String words) {
        var tokens = Tokens.of(words);
        var set = new HashSet<String>();
        for (int i = 0; i < tokens.size(); i++) {
            set.add(tokens.word(i));
        }
        return Map.entry(language, Set.copyOf(set));
    }
}
