package io.zhijian.semantics.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTests {

    @TempDir
    private Path folder;

    @Test
    void eachLineIsAnsweredInItsOrder() {
        List<String> lines = answers("""
                {"id":"a","text":"全体干部每天在群里接龙打卡，未回复的约谈。"}

                {"id":"b","text":"居民可在网上查询水费。"}
                """, List.of());
        JsonNode first = JsonMapper.shared().readTree(lines.getFirst());
        assertThat(first.path("id").asString()).isEqualTo("a");
        assertThat(first.path("verdict").asString()).isEqualTo("violation");
        assertThat(first.path("clauses").get(0).path("regulation").asString()).isEqualTo("K23");
        assertThat(lines).hasSize(2);
        assertThat(lines.getLast()).contains("\"id\":\"b\"");
    }

    @Test
    void aPlainFileIsOneText() throws IOException {
        Path file = Files.writeString(folder.resolve("notice.txt"), "请大家自愿参加周末的读书活动。");
        assertThat(answers("", List.of(file.toString())))
                .singleElement()
                .asString()
                .contains("notice.txt");
    }

    @Test
    void aBrokenLineIsNamed() {
        assertThatThrownBy(() -> answers("{\"id\":\"a\",\"text\":\"好\"}\n{\"id\":", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2");
    }

    @Test
    void whatIsNotTextOrNotThereIsRefused() throws IOException {
        Path binary = Files.write(folder.resolve("x.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThatThrownBy(() -> answers("", List.of(binary.toString()))).hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> answers("", List.of(folder.resolve("none").toString())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> answers(String in, List<String> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CheckCommand.run(
                files,
                Path.of("."),
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
