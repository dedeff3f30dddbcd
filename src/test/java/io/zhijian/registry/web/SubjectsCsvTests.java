package io.zhijian.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.DemoTest;
import io.zhijian.DemoTest.Person;
import io.zhijian.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The list as a table file holds what the reader reaches, and nothing a spreadsheet would run. */
@DemoTest
class SubjectsCsvTests {

    @LocalServerPort
    int port;

    @Test
    void holdsTheChosenAppsWithinReach() throws Exception {
        try (Visitor visitor = new Visitor(port).signIn(Person.CLERK.login(), Person.CLERK.password())) {
            var answer = visitor.get("/apps/export?provenance=OWN");
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
            assertThat(answer.body().lines().count()).isGreaterThan(3);
            assertThat(answer.body()).startsWith("\uFEFF").contains("东禾河湖巡护").doesNotContain("乙例健康随访");
            String words = URLEncoder.encode("供水", StandardCharsets.UTF_8);
            assertThat(visitor.get("/apps/export?q=" + words).body())
                    .contains("东禾供水服务")
                    .doesNotContain("东禾河湖巡护");
        }
    }

    @Test
    void makesFormulasHarmless() {
        assertThat(SubjectsCsv.cell("=1+1")).isEqualTo("\"'=1+1\"");
        assertThat(SubjectsCsv.cell("@cmd")).isEqualTo("\"'@cmd\"");
        assertThat(SubjectsCsv.cell("说\"好\",\n再见")).isEqualTo("\"说\"\"好\"\",\n再见\"");
    }
}
