package io.zhijian.supervision.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.DemoTest;
import io.zhijian.DemoTest.Person;
import io.zhijian.Visitor;
import io.zhijian.base.Actor;
import io.zhijian.base.Grant;
import io.zhijian.base.Ids;
import io.zhijian.base.Role;
import io.zhijian.base.Scope;
import io.zhijian.people.TestPeople;
import io.zhijian.supervision.Numbers;
import io.zhijian.supervision.Overviews;
import io.zhijian.supervision.Reach;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The overview in 示例省: each reads what they reach, and each number is the length of the list it leads to. */
@DemoTest
class OverviewTests {

    private static final Pattern LINKED =
            Pattern.compile("<a[^>]* href=\"(/(?:apps|accounts|groups|findings)\\?[^\"]*)\">(\\d+)</a>");
    private static final Pattern TOTAL = Pattern.compile("role=\"status\">\\D*?(\\d+)");

    @Autowired
    Overviews overviews;

    @LocalServerPort
    int port;

    @Test
    void everyNumberIsTheLengthOfTheListItLeadsTo() throws Exception {
        try (Visitor supervisor = visitor(Person.SUPERVISOR)) {
            for (String page : List.of("/overview", "/overview?by=week&within=region:9901")) {
                Set<String> seen = new TreeSet<>();
                Matcher link = LINKED.matcher(supervisor.get(page).body());
                while (link.find()) {
                    if (seen.add(link.group(1))) {
                        String list = link.group(1).replace("&amp;", "&");
                        assertThat(total(supervisor.get(list).body())).as(list).isEqualTo(link.group(2));
                    }
                }
                assertThat(seen).as(page).hasSizeGreaterThan(8);
            }
        }
    }

    @Test
    void aClerkSeesTheOwnUnitAndNothingOfAnother() throws Exception {
        try (Visitor clerk = visitor(Person.CLERK);
                Visitor supervisor = visitor(Person.SUPERVISOR)) {
            String own = clerk.get("/overview").body();
            assertThat(own).contains("东禾县水利局").doesNotContain("乙例市", "西川区");
            String other = clerk.get("/overview?within=region:9902").body();
            assertThat(LINKED.matcher(other).find()).isFalse();
            assertThat(LINKED.matcher(supervisor
                                    .get("/overview?within=region:9902")
                                    .body())
                            .find())
                    .isTrue();
        }
    }

    @Test
    void placesStandInTheOrderOfTheirCodesWhateverTheyCount() throws Exception {
        try (Visitor supervisor = visitor(Person.SUPERVISOR)) {
            assertThat(labels(supervisor.get("/overview/tables/places").body())).containsExactly("示例省本级", "甲示市", "乙例市");
        }
    }

    @Test
    void whoAdministersOrHasNotSignedInSeesNoNumbers() throws Exception {
        try (Visitor nobody = new Visitor(port);
                Visitor administrator = visitor(Person.SYSTEM_ADMIN)) {
            assertThat(nobody.get("/overview").statusCode()).isEqualTo(302);
            assertThat(administrator.get("/overview").statusCode()).isEqualTo(403);
            assertThat(administrator.get("/overview/report").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void eachTableIsAFileAndAnUnknownOneIsNot() throws Exception {
        try (Visitor supervisor = visitor(Person.SUPERVISOR)) {
            HttpResponse<String> file = supervisor.get("/overview/tables/articles");
            assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
            assertThat(file.body()).startsWith("\uFEFF\"条款\",").contains("第 6 条");
            assertThat(supervisor.get("/overview/tables/nothing").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void theReportSaysTheSameInTextThatCanBeSelected() throws Exception {
        try (Visitor supervisor = visitor(Person.SUPERVISOR)) {
            HttpResponse<byte[]> report = supervisor.bytes("/overview/report");
            assertThat(report.statusCode()).isEqualTo(200);
            try (var document = Loader.loadPDF(report.body())) {
                String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
                assertThat(text).contains("示例省总览", "数据截至20", "不作排名", "待处理的疑似问题：按条款", "乙例市", "1/");
                assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(594f, 596f);
            }
        }
    }

    @Test
    void thePolicyOfThePageIsThatOfAllPagesAndOneWordMore() throws Exception {
        try (Visitor supervisor = visitor(Person.SUPERVISOR)) {
            String usual = policy(supervisor.get("/findings"));
            assertThat(policy(supervisor.get("/overview"))).isEqualTo(usual + "; style-src-attr 'unsafe-inline'");
        }
    }

    @Test
    void theCentreSeesAllDivisionsAndTheCorpsInOneOrder() {
        Grant everywhere = new Grant(Role.SUPERVISOR, new Scope(Scope.Axis.UNIT, "/"));
        Actor centre = new Actor(Actor.Kind.STAFF, Ids.next(), "某人", null, List.of(everywhere));
        Numbers numbers = TestPeople.as(centre, () -> overviews.of(Reach.of(centre, null)));
        List<String> codes = numbers.places().stream()
                .map(place -> Objects.requireNonNull(place.area()).place().head())
                .toList();
        assertThat(codes)
                .hasSize(37)
                .startsWith("00", "11", "12")
                .containsSubsequence("65", "66", "71", "81", "82", "99");
        assertThat(codes).isSorted();
        assertThat(numbers.places().getLast().waiting()).isEqualTo(numbers.allWaiting());
    }

    @Test
    void numbersAreKeptPerReachAndSoonCountedAnew() {
        Grant line = new Grant(Role.SUPERVISOR, new Scope(Scope.Axis.LINE, "卫健"));
        Actor one = new Actor(Actor.Kind.STAFF, Ids.next(), "某人", null, List.of(line));
        Actor two = new Actor(Actor.Kind.STAFF, Ids.next(), "另一人", null, List.of(line));
        Numbers first = TestPeople.as(one, () -> overviews.of(Reach.of(one, null)));
        assertThat(TestPeople.as(two, () -> overviews.of(Reach.of(two, null)))).isSameAs(first);
    }

    private Visitor visitor(Person person) throws Exception {
        return new Visitor(port).signIn(person.login(), person.password());
    }

    private static String policy(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    private static String total(String body) {
        Matcher found = TOTAL.matcher(body.replaceAll("<span>|\\s+", ""));
        Matcher plain = TOTAL.matcher(body);
        return plain.find() ? plain.group(1) : found.find() ? found.group(1) : "";
    }

    private static List<String> labels(String csv) {
        List<String> labels = new ArrayList<>();
        csv.lines().skip(1).forEach(line -> labels.add(line.substring(1, line.indexOf('"', 1))));
        return labels;
    }
}
