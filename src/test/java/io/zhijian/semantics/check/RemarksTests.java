package io.zhijian.semantics.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.semantics.docx.Remark;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

/** What stands beside suspect words: never a verdict, always the article, our summary as such, another wording. */
class RemarksTests {

    @BeforeEach
    void inChinese() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void inNoLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void everyArticleHasItsWords() {
        for (int article = 3; article <= 16; article++) {
            List<Remark> remarks = Remarks.of(checked(Verdict.VIOLATION, article, 5));
            assertThat(remarks)
                    .singleElement()
                    .satisfies(remark -> assertThat(String.join("\n", remark.lines()))
                            .contains("疑似", "若干意见", "要点（非原文）", "可以这样改", "待核实")
                            .doesNotContain("违规", "docx.", "precheck."));
        }
    }

    @Test
    void exceptionsAndDoubtsAreSaidFirstAndHarmlessTextsHaveNone() {
        assertThat(lines(Verdict.EXCEPTION).getFirst()).contains("例外", "依据");
        assertThat(lines(Verdict.UNSURE).getFirst()).contains("拿不准");
        assertThat(Remarks.of(checked(Verdict.BENIGN, 8, 5))).isEmpty();
    }

    @Test
    void aSuspicionWithoutWordsIsARemarkOnTheWholeAndRemarksAreBounded() {
        Remark whole = Remarks.of(
                        new Checked(Verdict.VIOLATION, 0.9, List.of(new Breach("K23", 10, "A10.1", 0.6, List.of()))))
                .getFirst();
        assertThat(whole.from()).isEqualTo(whole.to());
        assertThat(whole.lines().getFirst()).contains("全文");
        List<Breach.Span> many = IntStream.range(0, 1_000)
                .mapToObj(at -> new Breach.Span(at, at + 1, "甲"))
                .toList();
        assertThat(Remarks.of(new Checked(Verdict.VIOLATION, 0.9, List.of(new Breach("K23", 8, "A8.1", 0.9, many)))))
                .hasSize(300);
    }

    private static List<String> lines(Verdict verdict) {
        return Remarks.of(checked(verdict, 8, 5)).getFirst().lines();
    }

    private static Checked checked(Verdict verdict, int article, int from) {
        Breach.Span span = new Breach.Span(from, from + 2, "打卡");
        return new Checked(verdict, 0.9, List.of(new Breach("K23", article, "A" + article + ".1", 0.9, List.of(span))));
    }
}
