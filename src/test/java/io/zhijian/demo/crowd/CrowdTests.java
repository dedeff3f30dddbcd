package io.zhijian.demo.crowd;

import static io.zhijian.people.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.ZhijianTest;
import io.zhijian.base.Actor;
import io.zhijian.base.Role;
import io.zhijian.people.CreditCode;
import io.zhijian.rules.FactSource;
import io.zhijian.rules.Judged;
import io.zhijian.rules.sweep.Sweep;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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

    @Autowired
    Sweep sweep;

    @Test
    void asMuchAsAskedForIsThereAfterwardsAndCanBeJudged() {
        fill(260);
        assertThat(made()).isGreaterThanOrEqualTo(260);
        fill(280);
        fill(280);
        assertThat(made()).isGreaterThanOrEqualTo(280);
        assertThat(fill(300)).contains("300");
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
    void whatHappensToOneHasItsNeighboursJudgedAgain() {
        fill(260);
        sweep.run();
        assertThat(sweep.run()).hasValue(0L);
        UUID host = db().sql("""
                        select host_unit from registry.subject where kind = 'account' and origin = 'made-up' and stage = 'ONLINE'
                        order by id limit 1
                        """).query(UUID.class).single();
        db().sql("update registry.subject set form = 'OTHER' where host_unit = :host and kind = 'app'")
                .param("host", host)
                .update();
        assertThat(sweep.run()).hasValue(0L);
        db().sql("""
                        insert into registry.quota (id, unit, unit_path, region, from_day, most, basis, reason, set_at, set_by, set_by_name)
                        values (uuidv7(), :host, '/', '', current_date - 2, 0, '据', '因', now(), :host, '某')
                        """).param("host", host).update();
        assertThat(sweep.run()).hasValueSatisfying(judged -> assertThat(judged).isPositive());
    }

    @Test
    void aBatchKnowsOfEachWhatALookAtItAloneKnows() {
        fill(300);
        db().sql("""
                        update registry.subject set entered_at = '2026-11-01', stage_at = '2026-10-01'
                         where origin = 'made-up' and kind = 'group'
                        """).update();
        db().sql("""
                        update registry.subject set stage = 'DISSOLVED'
                         where origin = 'made-up' and kind = 'group' and hashtext(id::text) % 3 = 0
                        """).update();
        as(READER, () -> {
            for (FactSource source : sources) {
                source.ids(
                        null,
                        (ids, mark) -> assertThat(source.find(ids))
                                .hasSize(ids.size())
                                .allSatisfy(each -> assertThat(each.facts())
                                        .isEqualTo(source.find(each.subject().id())
                                                .orElseThrow()
                                                .facts())));
            }
            return null;
        });
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
