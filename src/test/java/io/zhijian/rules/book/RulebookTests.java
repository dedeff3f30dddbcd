package io.zhijian.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhijian.registry.account.AccountFacts;
import io.zhijian.registry.group.GroupFacts;
import io.zhijian.rules.TestFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rulebook as shipped is sound, and a damaged one stops the start with file and reason. */
class RulebookTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Map<String, Class<? extends Record>> TYPES =
            Map.of("app", TestFacts.class, "account", AccountFacts.class, "group", GroupFacts.class);

    @TempDir
    Path home;

    @BeforeEach
    void copyTheRulebookAsShipped() throws IOException {
        for (String folder : List.of("regulations", "rules")) {
            try (var files = Files.walk(Path.of(folder))) {
                for (Path file : files.toList()) {
                    Files.createDirectories(home.resolve(file).getParent());
                    Files.copy(file, home.resolve(file), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    @TestFactory
    List<DynamicTest> eachExampleOfEachRuleComesOutAsItSays() {
        Rulebook book = Rulebook.load(Path.of("."), TYPES);
        return book.rules().stream()
                .flatMap(rule -> rule.examples().stream()
                        .map(example -> DynamicTest.dynamicTest(rule.id() + " " + example.given(), () -> {
                            Verdict verdict = book.explain(rule, example.given())
                                    .orElseThrow()
                                    .verdict();
                            assertThat(verdict.outcome()).isEqualTo(example.found());
                            if (!example.missing().isEmpty()) {
                                assertThat(verdict.missing()).containsExactlyInAnyOrderElementsOf(example.missing());
                            }
                        })))
                .toList();
    }

    @Test
    void allSixteenArticlesAreThereAndTheFirstIsNotParaphrased() {
        Regulation k23 = Rulebook.load(Path.of("."), TYPES).regulation("K23").orElseThrow();
        assertThat(k23.articles())
                .extracting(Regulation.Article::number)
                .containsExactly(
                        java.util.stream.IntStream.rangeClosed(1, 16).boxed().toArray(Integer[]::new));
        assertThat(k23.articles().getFirst().gist()).isEmpty();
        assertThat(k23.articles().subList(1, 16))
                .noneMatch(article -> article.gist().isEmpty());
        assertThat(k23.published()).isEqualTo(LocalDate.of(2023, 12, 18));
    }

    @Test
    void anExemplaryAppIsClearOfEverything() {
        assertThat(judge(TestFacts.exemplary())).isNotEmpty().allMatch(Verdict::clear);
    }

    @Test
    void unknownIsNeverABreach() {
        for (String stage : List.of("planned", "approved", "accepted", "filed", "online", "suspended", "closed")) {
            assertThat(judge(TestFacts.unknown(stage))).as(stage).noneMatch(Verdict::breach);
        }
        assertThat(judge(TestFacts.unknown("online"))).anyMatch(Verdict::unknown);
        assertThat(judge(TestFacts.exemplaryBut("usageNorm", "?")))
                .filteredOn(Verdict::unknown)
                .anySatisfy(verdict -> assertThat(verdict.missing()).containsExactly("usageNorm"));
    }

    @Test
    void theCountyRuleIsOffUntilChecked() {
        Rulebook book = Rulebook.load(Path.of("."), TYPES);
        assertThat(book.rule("host.below-county"))
                .hasValueSatisfying(rule -> assertThat(rule.enabled()).isFalse());
        assertThat(judge(TestFacts.exemplaryBut("hostBelowCounty", true))).noneMatch(Verdict::breach);
    }

    @Test
    void aRuleDoesNotJudgeADayBeforeItsRegulation() {
        Rulebook book = Rulebook.load(Path.of("."), TYPES);
        assertThat(book.judge("app", TestFacts.exemplaryBut("usageNorm", false), LocalDate.of(2023, 12, 17)))
                .isEmpty();
        assertThat(book.judge("app", TestFacts.exemplaryBut("usageNorm", false), LocalDate.of(2023, 12, 18)))
                .anyMatch(Verdict::breach);
    }

    @Test
    void theHashFollowsTheContentNotTheLayout() throws IOException {
        String before = load().hash(TODAY);
        Path file = home.resolve("rules/usage/no-norm.yaml");
        Files.writeString(file, "# a remark\n" + Files.readString(file));
        assertThat(load().hash(TODAY)).isEqualTo(before);
        edit("rules/usage/no-norm.yaml", "inUse: [online, suspended]", "inUse: [online]");
        assertThat(load().hash(TODAY)).isNotEqualTo(before);
    }

    @Test
    void aRuleIsReadBackFromItsKeptText() {
        for (Rule rule : load().rules()) {
            assertThat(Rulebook.ruleFrom(rule.text())).isEqualTo(rule);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            usage/no-norm      | app.usageNorm              | app.usageNrom                     | undefined field 'usageNrom'
            usage/no-norm      | params.inUse &&            | params.inUsed &&                  | undeclared reference
            usage/no-norm      | !app.usageNorm             | app.stage                         | found no matching overload
            usage/no-norm      | severity: serious          | sevrity: serious                  | unknown key 'sevrity'
            usage/no-norm      | severity: serious          | severity: grave                   | 'grave' is none of
            usage/no-norm      | modality: shall            | modality: encouraged              | article 8 speaks
            usage/no-norm      | article: 8                 | article: 18                       | no article 18
            usage/no-norm      | points: [A8.1]             | points: [A14.1]                   | article 8 holds
            usage/no-norm      | regulation: K23            | regulation: K99                   | no regulation 'K99'
            usage/no-norm      | fields: [usageNorm]        | fields: [usageNrom]               | no fact is called 'usageNrom'
            usage/no-norm      | found: unknown             | found: false                      | none is UNKNOWN
            usage/no-norm      | about: app                 | about: ap                         | nobody knows facts about 'ap'
            usage/no-norm      | id: usage.no-norm          | id: usage.no-norms                | is called 'usage.no-norms' inside
            usage/no-norm      | enabled: true              | enabled: [true                    | rules/usage/no-norm.yaml
            usage/no-norm      | enabled: true              | checked: {text: x, on: "2026-01-01"}@enabled: true | for an office to say
            account/silent-14  | account.daysSilent >       | account.daysSilnet >              | undefined field 'daysSilnet'
            account/no-rules   | regulation: K23, article: 12, points: [A12.3] | regulation: GBH2026-12, article: 5, points: [G5.1] | speaks of [app] only
            group/past-end     | regulation: K23, article: 7, points: [A7.12] | regulation: GBH2026-12, topic: 101, points: [G8.1] | speaks of [app] only
            account/followers-bought | enabled: false       | enabled: true                     | has checked the official text
            group/same-purpose | enabled: false             | enabled: true                     | has checked the official text
            """)
    void aDamagedRuleStopsTheStartWithFileAndReason(String rule, String was, String planted, String reason)
            throws IOException {
        edit("rules/" + rule + ".yaml", was, planted.replace("@", "\n"));
        assertThatThrownBy(this::load)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("rules/" + rule + ".yaml")
                .hasMessageContaining(reason);
    }

    @Test
    void aRuleOnUncheckedGroundCannotBeSwitchedOn() throws IOException {
        edit("rules/host/below-county.yaml", "verified: P", "verified: F");
        load();
        edit("rules/host/below-county.yaml", "enabled: false", "enabled: true");
        assertThatThrownBy(this::load).hasMessageContaining("has checked the official text");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            K23                | published: "2023-12-18"    |                          | 'published' is missing
            GBF2018-123        | inForceFrom: "2018-12-27"  |                          | 'inForceFrom' is missing
            GBF2018-123        | topic: 101                 | topic: 1                 | or a 'topic' from 101 on
            GBF2018-123        | topic: 102                 | topic: 101               | a number stands twice
            GBMH2019-19        | topic: 101                 | number: 1                | unknown key 'place'
            """)
    void anUndatedOrWronglyCitedRegulationStopsTheStart(
            String regulation, String was, @org.jspecify.annotations.Nullable String planted, String reason)
            throws IOException {
        edit("regulations/" + regulation + ".yaml", was, planted == null ? "" : planted);
        assertThatThrownBy(this::load)
                .hasMessageContaining("regulations/" + regulation + ".yaml")
                .hasMessageContaining(reason);
    }

    @Test
    void theMeasuresOfTheAppsAreNeverHeldAgainstAccountsAndGroups() {
        assertThat(load().rules())
                .filteredOn(rule -> rule.basis().regulation().equals("GBH2026-12"))
                .hasSizeGreaterThan(2)
                .allMatch(rule -> rule.about().equals("app"));
        assertThat(load().regulation("GBH2026-12").orElseThrow().about()).containsExactly("app");
    }

    @Test
    void thereAreFortyRulesOverThreeKindsAndThoseOnUncheckedGroundAreOff() {
        Rulebook book = load();
        assertThat(book.rules()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(book.rules()).extracting(Rule::about).contains("app", "account", "group");
        assertThat(book.rules())
                .filteredOn(Rule::enabled)
                .allMatch(rule -> rule.verified().mayJudge());
        assertThat(book.rules())
                .filteredOn(rule ->
                        book.regulation(rule.basis().regulation()).orElseThrow().region() != null)
                .hasSize(2)
                .noneMatch(Rule::enabled);
    }

    @Test
    void aRegionsOwnRuleJudgesThereOnly() throws IOException {
        edit("rules/local/sc-county-account.yaml", "enabled: false", "enabled: true");
        Rulebook book = load();
        assertThat(book.on(TODAY).rule("local.sc-county-account")).isEmpty();
        assertThat(book.on(TODAY, "510700000000", Map.of()).rule("local.sc-county-account"))
                .isPresent();
        assertThat(book.on(TODAY, "320700000000", Map.of()).rule("local.sc-county-account"))
                .isEmpty();
    }

    @Test
    void anOfficesFiguresChangeTheRuleAndItsHash() {
        Rule shipped = load().rule("account.silent-90").orElseThrow();
        Rule set = shipped.with(new Rule.Override(null, Map.of("days", 45L, "no-such", 3, "inUse", 7), null));
        assertThat(set.params()).containsEntry("days", 45).containsEntry("inUse", List.of("online"));
        assertThat(set.hash()).isNotEqualTo(shipped.hash());
        assertThat(shipped.with(Rule.Override.NONE)).isSameAs(shipped);
        assertThat(shipped.with(new Rule.Override(true, Map.of("days", 90), null)))
                .isSameAs(shipped);
    }

    @Test
    void everyFaultIsNamedAtOnce() throws IOException {
        edit("rules/usage/no-norm.yaml", "usageNorm", "usageNrom");
        edit("regulations/K23.yaml", "published: \"2023-12-18\"", "published: \"2023-13-18\"");
        assertThatThrownBy(this::load)
                .hasMessageContaining("regulations/K23.yaml: published")
                .hasMessageContaining("rules/usage/no-norm.yaml");
    }

    /** A guard against a judgement that has become slow by an order of magnitude, not a benchmark. */
    @Test
    void aRuleIsJudgedInAFewMicroseconds() {
        Rulebook book = load();
        TestFacts facts = TestFacts.exemplaryBut("usageNorm", "?");
        int rules = book.judge("app", facts, TODAY).size();
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 8; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < 10_000; i++) {
                book.judge("app", facts, TODAY);
            }
            best = Math.min(best, (System.nanoTime() - start) / 10_000.0 / rules);
        }
        System.out.printf("judging: %.0f ns a rule, %d rules%n", best, rules);
        assertThat(best).isLessThan(20_000);
    }

    private List<Verdict> judge(Record facts) {
        return Rulebook.load(Path.of("."), TYPES).judge("app", facts, TODAY);
    }

    private Rulebook load() {
        return Rulebook.load(home, TYPES);
    }

    private void edit(String file, String was, String planted) throws IOException {
        String text = Files.readString(home.resolve(file));
        assertThat(text).contains(was);
        Files.writeString(home.resolve(file), text.replace(was, planted));
    }
}
