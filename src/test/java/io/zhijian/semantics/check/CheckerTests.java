package io.zhijian.semantics.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fails also when the shipped weights were learned from other texts or cues than those that are shipped. */
class CheckerTests {

    private static final Checker CHECKER = Checker.load(Path.of("."));
    private static final String FORCED = "各村必须在本周内完成App下载注册任务，注册率达不到90%的，在全镇通报批评。";

    @Test
    void aForcedDownloadIsSuspectedUnderArticleEight() {
        Checked checked = CHECKER.check(FORCED);
        assertThat(checked.verdict()).isEqualTo(Verdict.VIOLATION);
        assertThat(checked.breaches()).extracting(Breach::article).contains(8);
        assertThat(checked.breaches()).allMatch(breach -> breach.point().startsWith("A" + breach.article() + "."));
    }

    @Test
    void theSameInTraditionalCharactersOrBrokenByBlanksIsSuspectedToo() {
        String traditional = "各村必須在本周內完成App下載註冊任務，註冊率達不到90%的，在全鎮通報批評。";
        String broken = FORCED.replace("下载", "下 载").replace("通报", "通\u200b报");
        assertThat(CHECKER.check(traditional).verdict()).isEqualTo(Verdict.VIOLATION);
        assertThat(CHECKER.check(broken).verdict()).isEqualTo(Verdict.VIOLATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"县里取消了三款App的积分排名，村干部不再需要每天登录。", "市民可在小程序上查询公交到站时间，也可以预约图书馆座位。", "请参会人员于会前十分钟在会场门口签到，领取会议材料。"})
    void whatAbolishesABurdenOrIsAnOrdinaryServiceIsNotSuspected(String harmless) {
        assertThat(CHECKER.check(harmless).verdict()).isNotEqualTo(Verdict.VIOLATION);
    }

    @Test
    void theWordsStandWhereTheOriginalHasThem() {
        for (Breach breach : CHECKER.check(FORCED).breaches()) {
            for (Breach.Span span : breach.words()) {
                assertThat(FORCED.substring(span.from(), span.to())).isEqualTo(span.text());
            }
        }
        assertThat(CHECKER.check(FORCED).breaches())
                .anyMatch(breach -> !breach.words().isEmpty());
    }

    @Test
    void oneSentenceInALongNoticeIsFoundWhereItStands() {
        String rest = "为进一步提升便民服务水平，我镇将于下月开放新的办事大厅，群众可就近办理社保、医保等业务。";
        String notice = rest.repeat(4) + "各村干部每天在工作群接龙打卡并截图上报，漏一次扣绩效分两分，月底全镇排名通报。" + rest.repeat(4);
        Checked checked = CHECKER.check(notice);
        assertThat(checked.verdict()).isEqualTo(Verdict.VIOLATION);
        assertThat(checked.breaches())
                .flatMap(Breach::words)
                .allMatch(span -> span.from() >= notice.indexOf("各村干部") - 60);
    }

    @Test
    void nothingInATextIsAnError() {
        List<String> odd =
                List.of("", " ", "\u0000", "\ud83d", "😀😀", "打".repeat(20_000), "<script>", "ok", "。。。\n\n");
        assertThat(odd).allSatisfy(text -> assertThat(CHECKER.check(text)).isNotNull());
        assertThat(CHECKER.check("").verdict()).isEqualTo(Verdict.BENIGN);
    }
}
