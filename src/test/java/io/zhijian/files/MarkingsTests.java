package io.zhijian.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Real marks are found however they are written; prose that merely speaks of secrets is not. */
public class MarkingsTests {

    private static final Markings MARKINGS = Markings.read(Path.of(""));

    /** One pattern as the file has it, with its examples. */
    public record Example(String id, List<String> hit, List<String> miss) {

        @Override
        public String toString() {
            return id;
        }
    }

    @SuppressWarnings("unchecked")
    public static Stream<Example> examples() throws IOException {
        Map<String, Object> data =
                (Map<String, Object>) new Load(LoadSettings.builder().build())
                        .loadFromString(Files.readString(Path.of("regulations/markings.yaml")));
        return ((List<Map<String, Object>>) data.getOrDefault("patterns", List.of()))
                .stream()
                        .map(pattern -> new Example(
                                (String) pattern.getOrDefault("id", ""),
                                (List<String>) pattern.getOrDefault("hit", List.of()),
                                (List<String>) pattern.getOrDefault("miss", List.of())));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void eachPatternHoldsToItsExamples(Example example) {
        assertThat(example.hit())
                .isNotEmpty()
                .allSatisfy(text -> assertThat(MARKINGS.find(text)).as(text).isPresent());
        assertThat(example.hit())
                .anySatisfy(text -> assertThat(MARKINGS.find(text)).contains(example.id()));
        assertThat(example.miss())
                .isNotEmpty()
                .allSatisfy(text -> assertThat(MARKINGS.find(text)).as(text).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "保守国家秘密是每个公民的义务",
                "不得泄露商业秘密",
                "与开发单位签订保密协议",
                "仅供内部掌握",
                "内部办公、内部管理",
                "秘密侦查",
                "非涉密系统，严禁录入国家秘密、工作秘密",
                "系统定级为三级，已通过商用密码应用安全性评估",
                "机关密集发文问题",
                "司机密切配合",
                "手机 密码登录",
                "密级管理制度",
                "本应用不处理绝密、机密、秘密信息",
                "请妥善保管内部账号",
                "★★★★★ 五星好评",
                "防汛值班 24小时",
                "",
                " "
            })
    void ordinaryProsePasses(String text) {
        assertThat(MARKINGS.find(text)).isEmpty();
    }

    @Test
    void aMarkIsFoundAnywhereInALongText() {
        String prose = "巡河记录，水位正常。\n".repeat(50_000);
        assertThat(MARKINGS.find(prose)).isEmpty();
        assertThat(MARKINGS.find(prose + "机密★10年")).isPresent();
        for (int before = 99_700; before <= 100_100; before += 7) {
            assertThat(MARKINGS.find("河".repeat(before) + "机密★10年" + prose)).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "\t\n",
                "密级 ",
                "机 ",
                "机 密 ",
                "(",
                "( 秘 ",
                "★ ",
                "内 部 ",
                "内部文件, ",
                "不得",
                "年月",
                "·.-",
                "绝.密-级 ",
                "特 急 ",
                "保密等级 \n "
            })
    void noTextMakesItSlow(String unit) {
        String text = "部" + unit.repeat(1_000_000 / unit.length());
        MARKINGS.find(text.substring(0, 10_000));
        // processor time of this thread, so that other work on the machine does not count
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        MARKINGS.find(text);
        assertThat((clock.getCurrentThreadCpuTime() - start) / 1_000_000)
                .as("milliseconds of processor time for a million characters")
                .isLessThan(4_000);
    }
}
