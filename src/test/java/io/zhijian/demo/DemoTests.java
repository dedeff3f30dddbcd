package io.zhijian.demo;

import static io.zhijian.people.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.ZhijianTest;
import io.zhijian.base.Actor;
import io.zhijian.base.Role;
import io.zhijian.people.signin.SignIn;
import io.zhijian.registry.Subject;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.SubjectQuery;
import io.zhijian.registry.Subjects;
import io.zhijian.registry.life.Stage;
import io.zhijian.rules.FactSource;
import io.zhijian.rules.Finding;
import io.zhijian.rules.Findings;
import io.zhijian.rules.book.Rule;
import io.zhijian.rules.book.Rulebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.test.context.TestPropertySource;

/** The demo is whole, fictitious where it tells stories, and judges no real unit. */
@ZhijianTest
@TestPropertySource(properties = "zhijian.demo=true")
class DemoTests {

    private static final Actor READER = Actor.service("demo-test", Role.AUDITOR);
    private static final Path PASSWORD = Path.of("target/test-data/secrets/demo-chen.jingban");

    @Autowired
    Subjects apps;

    @Autowired
    Findings findings;

    @Autowired
    Rulebook book;

    @Autowired
    @Qualifier("appFacts")
    FactSource facts;

    @Autowired
    DemoLoader loader;

    @Autowired
    SignIn signIn;

    @Test
    void noRealUnitIsEverJudged() {
        List<Subject> published = all().stream().filter(Subject::published).toList();
        assertThat(published).hasSize(186);
        Set<String> judged = new HashSet<>();
        as(READER, () -> {
            facts.forEach(subject -> {
                assertThat(subject.where().region()).startsWith("99");
                judged.add(subject.name());
            });
            for (Subject app : published) {
                assertThat(facts.find(app.id())).isEmpty();
                assertThat(findings.of(app.ref())).isEmpty();
                assertThat(app.where()).isNull();
            }
            return null;
        });
        Set<String> realNames = published.stream().map(Subject::name).collect(Collectors.toSet());
        assertThat(judged).hasSizeGreaterThanOrEqualTo(32).doesNotContainAnyElementsOf(realNames);
    }

    @Test
    void everyEnabledRuleFindsSomethingSomewhereAndSomeAppsAreClean() {
        Set<String> found = new HashSet<>();
        List<Subject> clean = new ArrayList<>();
        as(READER, () -> {
            for (Subject app : all()) {
                List<Finding> of = findings.of(app.ref());
                of.forEach(finding -> found.add(finding.rule().id()));
                if (!app.published() && of.isEmpty() && app.stage() == Stage.ONLINE) {
                    clean.add(app);
                }
            }
            return null;
        });
        // what the register itself notices, of exports and of closed ones come back, is told in its own stories
        Set<String> enabled = book.rules().stream()
                .filter(rule -> rule.enabled() && rule.about().equals("app"))
                .map(Rule::id)
                .filter(rule ->
                        !Set.of("ranking.exported-for-appraisal", "rebound.app").contains(rule))
                .collect(Collectors.toSet());
        assertThat(found).containsAll(enabled);
        assertThat(clean).hasSizeGreaterThan(3);
    }

    @Test
    void loadingAgainAddsNothing() {
        int before = all().size();
        loader.run(new DefaultApplicationArguments());
        assertThat(all()).hasSize(before);
    }

    @Test
    void peopleSignInWithThePasswordsThatOnlyTheOwnerCanRead() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(PASSWORD)))
                .isEqualTo("rw-------");
        String password = Files.readString(PASSWORD).strip();
        assertThat(signIn.signIn("chen.jingban", password, "test", "127.0.0.1")).isPresent();
    }

    private List<Subject> all() {
        List<Subject> all = new ArrayList<>();
        as(READER, () -> {
            for (SubjectKind kind : SubjectKind.values()) {
                apps.forEach(SubjectQuery.all(kind), all::add);
            }
            return null;
        });
        return all;
    }
}
