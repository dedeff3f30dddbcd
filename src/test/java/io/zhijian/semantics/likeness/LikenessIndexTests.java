package io.zhijian.semantics.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LikenessIndexTests {

    private static final Path HOME = Path.of(".");
    private static final Path REGISTER = Path.of("semantics", "overlap", "register.jsonl");
    private static final LikenessIndex INDEX =
            LikenessIndex.of(LabelledOverlap.register(REGISTER), HOME, new Vectors());

    @TempDir
    private Path folder;

    @Test
    void aProposalMeetsTheAppsThatDoTheSameWork() {
        List<Likeness> like = INDEX.like("乡镇湖长手机端，登记巡湖日志、交办问题", 10);
        assertThat(like).hasSizeGreaterThanOrEqualTo(10);
        assertThat(like.getFirst().likely()).isTrue();
        assertThat(like.getFirst().app().text()).containsPattern("河|湖|水");
        assertThat(like.getFirst().shared()).isNotEmpty();
    }

    @Test
    void nothingIsLikelyForAnUnrelatedProposal() {
        assertThat(INDEX.like("为剧院音乐厅的管风琴调音排期", 10)).noneMatch(Likeness::likely);
    }

    @Test
    void nothingInAProposalIsAnError() {
        for (String odd : List.of("", "😀", "a".repeat(5_000), "\u0000", "((((")) {
            assertThat(INDEX.like(odd, 3)).hasSizeGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void theCommandAnswersEachProposalWithALine() throws IOException {
        Path queries = Files.writeString(folder.resolve("q.jsonl"), "{\"q\":\"林区防火巡查\"}\n{\"q\":\"工会福利\"}\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SimilarCommand.run(
                Map.of("--register", REGISTER.toString(), "--queries", queries.toString(), "--top", "4"),
                HOME,
                new PrintStream(out, true, StandardCharsets.UTF_8));
        List<JsonNode> lines = out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(JsonMapper.shared()::readTree)
                .toList();
        assertThat(lines).extracting(line -> line.path("q").asString()).containsExactly("林区防火巡查", "工会福利");
        assertThat(lines.getFirst().path("hits").size()).isGreaterThanOrEqualTo(4);
        assertThat(lines.getFirst().path("hits").get(0).path("score").asDouble())
                .isBetween(0.0, 1.0);
    }

    @Test
    void aMissingFileOrASenselessNumberIsRefused() {
        Map<String, String> missing = Map.of("--register", "none.jsonl", "--queries", "none.jsonl");
        assertThatThrownBy(() -> SimilarCommand.run(missing, HOME, System.out))
                .isInstanceOf(IllegalArgumentException.class);
        Map<String, String> senseless =
                Map.of("--register", REGISTER.toString(), "--queries", REGISTER.toString(), "--top", "-1");
        assertThatThrownBy(() -> SimilarCommand.run(senseless, HOME, System.out))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
