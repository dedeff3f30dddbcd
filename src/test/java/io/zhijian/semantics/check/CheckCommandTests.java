package io.zhijian.semantics.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhijian.semantics.docx.TestDocx;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
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

    @Test
    void aWordDocumentIsAnsweredInOneLineAndComesBackWithComments() throws IOException {
        Path file = Files.write(folder.resolve("通知.docx"), TestDocx.saying("各村必须在群里接龙打卡，", "注册率达不到90%的，全镇通报。"));
        byte[] before = Files.readAllBytes(file);
        Path out = folder.resolve("out");
        JsonNode line = JsonMapper.shared()
                .readTree(answers("", List.of(file.toString()), out.toString(), false)
                        .getFirst());
        assertThat(line.path("id").asString()).isEqualTo("通知.docx");
        assertThat(line.path("verdict").asString()).isEqualTo("violation");
        Path copy = Path.of(line.path("commented").asString());
        assertThat(copy).hasParent(out);
        try (XWPFDocument opened = new XWPFDocument(Files.newInputStream(copy))) {
            assertThat(opened.getComments()).isNotEmpty();
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(answers("", List.of(file.toString())).getFirst()).doesNotContain("commented");
        assertThatThrownBy(() -> answers("", List.of(file.toString()), out.toString(), false))
                .hasMessageContaining("--force");
        assertThat(answers("", List.of(file.toString()), out.toString(), true)).hasSize(1);
        assertThatThrownBy(() -> answers("", List.of(file.toString()), file.toString(), true))
                .hasMessageContaining(file.toString());
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aDocumentThatIsNoneOrMarkedIsRefusedInWords() throws IOException {
        Path renamed = Files.writeString(folder.resolve("a.docx"), "每天打卡");
        assertThatThrownBy(() -> answers("", List.of(renamed.toString())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Word");
        Path marked = Files.write(folder.resolve("b.docx"), TestDocx.saying("机密★10年", "每天打卡"));
        assertThatThrownBy(() -> answers("", List.of(marked.toString()), folder.toString(), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("打卡");
        assertThat(Files.list(folder)).hasSize(2);
    }

    private static List<String> answers(String in, List<String> files) {
        return answers(in, files, "", false);
    }

    private static List<String> answers(String in, List<String> files, String commented, boolean force) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CheckCommand.run(
                files,
                commented,
                force,
                Path.of("."),
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
