package io.zhijian.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.base.Ids;
import io.zhijian.base.Jurisdiction;
import io.zhijian.base.SubjectRef;
import io.zhijian.registry.account.AccountFacts;
import io.zhijian.registry.group.GroupFacts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandTests {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void testsEveryRuleAndSaysSo() {
        assertThat(run(Path.of("."), "test")).isZero();
        assertThat(printed())
                .contains("ok   usage.no-norm")
                .contains("host.below-county")
                .contains(" off ");
    }

    @Test
    void failsOnAnExampleThatDoesNotComeOut(@TempDir Path home) throws IOException {
        for (String file : List.of("regulations/K23.yaml", "rules/usage/no-norm.yaml")) {
            Files.createDirectories(home.resolve(file).getParent());
            Files.writeString(
                    home.resolve(file),
                    Files.readString(Path.of(file)).replace("&& !app.usageNorm", "&& app.usageNorm"));
        }
        assertThat(run(home, "test")).isEqualTo(1);
        assertThat(printed()).contains("FAIL usage.no-norm").contains("usageNorm=false");
    }

    @Test
    void explainsARuleForASubjectPartByPart() {
        assertThat(run(Path.of("."), "explain", "function.visible", "某应用")).isZero();
        assertThat(printed())
                .contains("rankingVisible = true")
                .contains("[x] app.ranking && app.rankingVisible")
                .contains("[ ] app.checkIn")
                .contains("=> BREACH");
        printed.reset();
        assertThat(run(Path.of("."), "explain", "usage.no-norm", "某应用")).isZero();
        assertThat(printed())
                .contains("[?] !app.usageNorm")
                .contains("=> UNKNOWN")
                .contains("usageNorm = ?");
    }

    @Test
    void saysWhatItDoesNotKnow() {
        assertThat(run(Path.of("."), "explain", "no.such", "某应用")).isEqualTo(1);
        assertThat(run(Path.of("."), "explain", "usage.no-norm", "别的")).isEqualTo(1);
        assertThat(run(Path.of("."), "dance")).isEqualTo(2);
    }

    private int run(Path home, String... args) {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return RulesCommand.run(
                List.of(args),
                home,
                Map.of("app", TestFacts.class, "account", AccountFacts.class, "group", GroupFacts.class),
                this::subject,
                out);
    }

    private Optional<Judged> subject(String name) {
        if (!name.equals("某应用")) {
            return Optional.empty();
        }
        Map<String, Object> facts =
                Map.of("stage", "online", "ranking", true, "rankingVisible", true, "checkIn", false);
        Jurisdiction where = new Jurisdiction(Ids.next(), "/1/", "990100000000", null);
        return Optional.of(new Judged(new SubjectRef("app", Ids.next()), where, name, TestFacts.with(facts)));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
