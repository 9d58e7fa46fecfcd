package caspianwatch.matching.term;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.matching.text.Tokens;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stem takes the endings of its language and no word that only begins alike. */
class EndingsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            warship~en   | warship warships warship's warships' Warship’s WARSHIPS | warshipping warshipyard
            navy~en      | navy navies navy's Navy’s | navysuit naval navigate
            port~en      | port ports port's | portfolio portal portable porter Portugal portrait
            drill~en-v   | drill drills drilled drilling drill's | driller drillbit
            seize~en-v   | seize seizes seized seizing | seizure seizur
            флотили~ru   | флотилия флотилии флотилию флотилией флотилий флотилиям флотилиями флотилиях | флот флотский
            корабл~ru    | корабль корабля кораблю кораблём кораблем корабли кораблей кораблям кораблями кораблях | корабельный кораблестроение кораблик
            корабль~ru   | корабль корабля кораблю корабли кораблей | корабельный
            каспийск~ru  | каспийский каспийского каспийскому каспийским каспийском каспийская каспийской каспийскую каспийское каспийские каспийских каспийскими | каспийскость
            Каспий~ru    | Каспий Каспия Каспию Каспием Каспии | Касперский Каспийск Каспарова
            порт~ru      | порт порта порту портом порте порты портов портам портами портах | портфель портной портал портрет портики
            учени~ru     | учение учения учению учением учении учений учениям учениями учениях | ученик ученица ученики учениками
            столкн~ru-v | столкнулся столкнулись столкнулась столкнуться столкнулось столкнут столкнется столкнула | столкновение столкать
            флотилі~uk   | флотилія флотилії флотилію флотилією флотилій флотиліям флотиліями флотиліях | флот
            військов~uk  | військовий військового військовому військовим військова військової військову військові військових військовими | військовополонений
            gəmi~az      | gəmi gəmilər gəminin gəmini gəmiyə gəmidə gəmidən gəmisi gəmisinin gəmiləri gəmilərində gəmilərimizin gəmidir gəmilərin | gəmirici gəmiqayırma
            dəniz~az     | dəniz dənizi dənizin dənizdə dənizdən dənizə dənizinin dənizində dənizindəki dənizləri | dənizçi dənizanası dənizkənarı
            liman~az     | liman limanı limanın limanda limandan limana limanlar limanlarında limanımız | limanski Limanskij
            gəmiçilik~az | gəmiçilik gəmiçiliyi gəmiçiliyin gəmiçiliyinin gəmiçilikdə | gəmiçi
            gemi~tr      | gemi gemiler geminin gemiyi gemiye gemide gemiden gemisi gemisinin gemileri gemilerinde gemidir gemimiz | gemicik gemirmek
            Deniz~tr     | Deniz Denizi Denizi'nde Denizi’nin Denizin Denizde Denizden Denize Denizindeki | Denizli denizaltı denizci
            tatbikat~tr  | tatbikat tatbikatı tatbikatın tatbikata tatbikatta tatbikattan tatbikatlar tatbikatları tatbikatında | tatbikatçılık
            uçak~tr      | uçak uçağı uçağın uçaklar uçaklardan uçağa | uçakçı uçankale
            gämi~tk      | gämi gämiler gäminiň gämisi gämileri gämilerinde gämide gämiden gämileriniň | gämiçi gämisazlyk
            deňiz~tk     | deňiz deňizi deňiziň deňizde deňizden deňize deňizindäki deňizinde | deňizçi deňizýaka
            türgenleşik~tk | türgenleşik türgenleşikler türgenleşigi türgenleşiginiň türgenleşikde türgenleşikleri türgenleşigiň türgenleşige | türgenleş
            кеме~kk      | кеме кемелер кеменің кемені кемеге кемеде кемеден кемемен кемелері кемелерінде кемелерінің | кемеңгер кемел
            теңіз~kk     | теңіз теңізі теңізінің теңізде теңізден теңізге теңізінде теңізіндегі теңіздер | теңізші теңізшілер
            жаттығу~kk   | жаттығу жаттығуы жаттығулар жаттығуға жаттығуда жаттығудан жаттығулары жаттығуын | жаттығуші
            порт~kk      | порт порты портының портта порттан портқа порттар порттары порттағы | портфель портрет
            ناو~fa       | ناو ناوها ناوهای ناو‌ها ناو‌های ناوی ناوهایی ناوهایش | ناوچه ناوشکن ناوگان‌ها ناوبری
            کشتی~fa      | کشتی کشتیها کشتی‌ها کشتی‌های کشتی‌هایی کشتی‌ای کشتی‌اش کشتی‌هایشان | کشتیرانی کشتی‌گیر
            رزمایش~fa    | رزمایش رزمایشی رزمایشها رزمایش‌ها رزمایش‌های رزمایش‌هایی رزمایش‌هایش رزمایشات | رزمنده
            سفين~ar      | سفينة السفينة وسفينة بالسفينة سفينتان والسفينة للسفينة سفينه | سفينجي
            بحري~ar      | بحرية البحرية والبحرية للبحرية بحري البحري وبالبحرية البحريين | بحريني البحرين
            ნავ~ka       | ნავი ნავის ნავმა ნავები ნავების ნავებს ნავით ნავზე | ნავთობი ნავსადგური
            նավ~hy       | նավ նավը նավի նավեր նավերը նավերի նավից նավում նավին | նավթ նավահանգիստ
            Kriegsschiff~de | Kriegsschiff Kriegsschiffe Kriegsschiffen Kriegsschiffs Kriegsschiffes | Kriegsschiffahrt
            navire~fr    | navire navires l'navire d’navires | navirette
            kaspi~kk     | kaspi kaspiniń kaspige kaspide | kaspiysk
            """)
    void stemsTakeTheirEndings(String stem, String inflected, String lookAlikes) {
        var term = Term.of(stem, null);
        var lexicon = new Lexicon();
        lexicon.add(term);
        assertThat(matching(lexicon, term, inflected)).isEqualTo(inflected.strip());
        assertThat(matching(lexicon, term, lookAlikes)).isEmpty();
    }

    private static String matching(Lexicon lexicon, Term term, String words) {
        return Stream.of(words.strip().split(" ", -1)).filter(word -> !lexicon.find(Tokens.of(word)).of(term).isEmpty())
                .collect(Collectors.joining(" "));
    }
}
