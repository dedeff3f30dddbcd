package io.zhijian.registry.exchange;

import static io.zhijian.people.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.ZhijianTest;
import io.zhijian.base.Actor;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.base.Texts;
import io.zhijian.people.TestPeople;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.exchange.HostileFiles.Hostile;
import io.zhijian.registry.exchange.row.CellProblem;
import io.zhijian.registry.exchange.stage.Import;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each hostile file gets a clear word in the user's language, and nothing of it is left. */
@ZhijianTest
class HostileFileTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Imports imports;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @TempDir
    Path temp;

    private Actor clerk;

    static List<Hostile> files() {
        return HostileFiles.all();
    }

    @BeforeEach
    void aClerk() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        TestPeople people = new TestPeople(context);
        clerk = people.actor(people.staff(people.province(), Role.CLERK));
    }

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void thereAreAtLeastThirty() {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(30);
    }

    @ParameterizedTest
    @MethodSource("files")
    void isToldInWordsAndLeavesNothing(Hostile hostile) throws IOException {
        Path file = Files.write(temp.resolve("upload.tmp"), hostile.content());
        long before = count();
        String told;
        try {
            Import made = as(clerk, () -> imports.bring(SubjectKind.APP, "登记表.xlsx", file));
            told = cellOf(made);
            as(clerk, () -> {
                imports.cancel(made.id());
                return null;
            });
        } catch (Refusal refusal) {
            told = refusal.code();
            assertThat(refusal.words()).doesNotContain("refusal.").matches(".*\\p{IsHan}.*");
        }
        assertThat(told).isEqualTo(hostile.told());
        assertThat(count()).as("rows, files and subjects left").isEqualTo(before);
    }

    private String cellOf(Import made) {
        as(clerk, () -> {
            imports.understand(made.id(), Map.of());
            return null;
        });
        for (int i = 0;
                i < 400 && as(clerk, () -> imports.get(made.id())).state().running();
                i++) {
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
        Import checked = as(clerk, () -> imports.get(made.id()));
        assertThat(checked.refusal()).isNull();
        return as(clerk, () -> imports.wrong(made.id(), 1)).rows().stream()
                .flatMap(row -> row.problems().stream())
                .filter(CellProblem::blocks)
                .peek(problem -> assertThat(problem.words()).matches("(?s).*\\p{IsHan}.*"))
                .peek(problem -> assertThat(Texts.has(problem.key())).isTrue())
                .map(CellProblem::key)
                .findFirst()
                .orElse("fine");
    }

    private long count() {
        return JdbcClient.create(owner).sql("""
                        select (select count(*) from registry.import_row) + (select count(*) from registry.import_file)
                             + (select count(*) from registry.subject)
                        """).query(Long.class).single();
    }
}
