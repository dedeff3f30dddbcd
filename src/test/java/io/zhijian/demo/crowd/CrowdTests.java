package io.zhijian.demo.crowd;

import static io.zhijian.people.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.ZhijianTest;
import io.zhijian.base.Actor;
import io.zhijian.base.Role;
import io.zhijian.people.CreditCode;
import io.zhijian.rules.FactSource;
import io.zhijian.rules.Judged;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Made-up load: as much as asked for, always the same, marked, and in 示例省 only. */
@ZhijianTest
@TestPropertySource(properties = {"zhijian.demo=true", "zhijian.jobs=false", "zhijian.announced=false"})
class CrowdTests {

    private static final Actor READER = Actor.service("crowd-test", Role.AUDITOR);

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @Autowired
    List<FactSource> sources;

    @Test
    void asMuchAsAskedForIsThereAfterwardsAndCanBeJudged() {
        fill(260);
        assertThat(made()).isEqualTo(260);
        fill(260);
        assertThat(made()).isEqualTo(260);
        assertThat(fill(300)).contains("260").contains("300");
        assertThat(made()).isEqualTo(300);
        assertThat(db().sql("select credit_code from people.unit where origin = 'made-up'")
                        .query(String.class)
                        .list())
                .hasSize(245)
                .allSatisfy(code -> assertThat(CreditCode.problem(code)).isEmpty());
        List<Judged> judged = new ArrayList<>();
        as(READER, () -> {
            sources.forEach(source -> source.forEach(judged::add));
            return null;
        });
        assertThat(judged)
                .hasSizeGreaterThan(300)
                .allSatisfy(each -> assertThat(each.where().region()).startsWith("99"));
    }

    @Test
    void aDatabaseWithOtherTopsIsNoDemo() {
        assertThat(Crowd.isDemo(owner)).isTrue();
        move("999900000000");
        assertThat(Crowd.isDemo(owner)).isFalse();
        move("990000000000");
    }

    private String fill(int subjects) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Crowd.fill(subjects, Path.of("demo"), LocalDate.now(), owner, new PrintStream(said, true));
        return said.toString();
    }

    private int made() {
        return db().sql("select count(*) from registry.subject where origin = 'made-up'")
                .query(Integer.class)
                .single();
    }

    private void move(String region) {
        db().sql("update people.unit set region = :region where parent is null")
                .param("region", region)
                .update();
    }

    private JdbcClient db() {
        return JdbcClient.create(owner);
    }
}
