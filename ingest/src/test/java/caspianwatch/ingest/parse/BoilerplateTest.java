package caspianwatch.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BoilerplateTest {
    @ParameterizedTest
    @ValueSource(strings = {"The post Frigate sails appeared first on Harbour News.",
            "The post Frigate sails first appeared on Harbour News.",
            "Сообщение Фрегат вышел в море появились сначала на Гавань.",
            "Запись Фрегат вышел в море впервые появилась Гавань.",
            "Запис Фрегат вийшов у море спочатку з'явиться на Гавань.",
            "Fırkateyn denize açıldı yazısı ilk önce Liman üzerinde ortaya çıktı.",
            "نوشته ناوچه به دریا رفت اولین بار در بندر. پدیدار شد.", "ظهرت المقالة الفرقاطة تبحر أولاً على المرفأ.",
            "Read more…", "Читать далее →", "Devamını oku", "Ətraflı oxu >>", "ادامه مطلب",
            "[Continue reading Frigate sails]"})
    void cutsTheParagraphThatPublishingSystemsAppend(String last) {
        assertThat(PlainText.of(Markup.html("<p>The frigate sailed.</p><p>" + last + "</p>")))
                .isEqualTo("The frigate sailed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"The post office in Baku appeared closed.", "Read more than one source, the admiral said, "
            + "because a report of this kind is easily made and hard to take back, as everybody at sea has learned to "
            + "his cost over the years.", "Сообщение о выходе флотилии подтвердили."})
    void leavesNews(String last) {
        assertThat(PlainText.of(Markup.html("<p>The frigate sailed.</p><p>" + last + "</p>"))).endsWith(last);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Read more", "Подробнее"})
    void aTextThatIsNothingElseStays(String only) {
        assertThat(PlainText.of(Markup.html(only))).isEqualTo(only);
    }
}
