package io.zhijian.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.DemoTest;
import io.zhijian.Visitor;
import io.zhijian.base.Actor;
import io.zhijian.base.Grant;
import io.zhijian.base.Role;
import io.zhijian.base.Scope;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A clerk of one unit reaches nothing of another: by page, by guessed id, or by SQL through the application role. */
@DemoTest
class IsolationTests {

    /** What a route must answer to a clerk who asks for another unit's row. */
    private enum Expected {
        /** Exactly as for an id that does not exist. */
        NOT_FOUND,
        /** Not this role's business at all. */
        FORBIDDEN,
        /** Answers, and says nothing of the other unit's apps, findings or staff. */
        SILENT
    }

    /** Every route, with the kind of row that stands in its place of {id}. A route that is not here fails the test. */
    private static final Map<String, Expected> ROUTES = routes();

    private static Map<String, Expected> routes() {
        Map<String, Expected> routes = new TreeMap<>();
        for (String silent : List.of(
                "GET /",
                "GET /account",
                "GET /account/password",
                "POST /account/password",
                "POST /account/sessions/end",
                "POST /account/sessions/{id}/end",
                "ANY /error",
                "ANY /form-expired",
                "POST /preferences/language",
                "POST /preferences/type",
                "GET /setup",
                "POST /setup",
                "GET /sign-in",
                "POST /sign-in",
                "GET /units",
                "GET /units/{id}",
                "GET /units/{id}/branch",
                "GET /findings",
                "GET /overview",
                "GET /overview/report",
                "GET /overview/tables/{figure}",
                "GET /rulebook",
                "GET /rulebook/{regulation}/{article}",
                "GET /rulebook/rules/{id}",
                "GET /{kinds:apps|accounts|groups}",
                "GET /{kinds:apps|accounts|groups}/export",
                "POST /{kinds:apps|accounts|groups}/export",
                "GET /quotas",
                "GET /{kinds:apps|accounts|groups}/new",
                "POST /{kinds:apps|accounts|groups}/details",
                "POST /{kinds:apps|accounts|groups}/filters",
                "POST /{kinds:apps|accounts|groups}/filters/{id}/forget",
                "GET /markings",
                "GET /public",
                "GET /public/**",
                "GET /public/api",
                "GET /public/data",
                "GET /public/data/entries.csv",
                "GET /public/data/entries.json",
                "GET /public/data/items.csv",
                "GET /public/data/items.json",
                "GET /public/items",
                "GET /public/look-up",
                "GET /public/precheck",
                "POST /public/precheck",
                "POST /public/precheck/document",
                "POST /public/scan",
                "GET /q/{token}",
                "GET /q/**",
                "GET /q/{token}/badge.svg",
                "GET /q/{token}/code.png",
                "GET /q/{token}/code.svg",
                "GET /robots.txt",
                "GET /api/v1/openapi.json",
                "GET /api/v1/public/entries",
                "GET /api/v1/public/entries/{id}",
                "GET /api/v1/public/items",
                "GET /api/v1/public/look-up",
                "GET /{kinds:apps|accounts|groups}/{id}/edit",
                "POST /{kinds:apps|accounts|groups}/{id}/edit/discard",
                "GET /tour",
                "POST /tour/{number:\\d{1,2}}",
                "POST /tour/leave",
                "GET /inbox",
                "GET /imports",
                "POST /imports",
                "GET /imports/new",
                "GET /imports/template",
                "POST /inbox/mark",
                "POST /inbox/read-all",
                "GET /account/mail",
                "POST /account/mail",
                "POST /account/mail/code",
                "POST /account/mail/digest",
                "POST /account/mail/remove")) {
            routes.put(silent, Expected.SILENT);
        }
        for (String forbidden : List.of(
                "GET /mail",
                "POST /mail/test",
                "GET /staff",
                "GET /staff/{id}",
                "POST /staff/{id}",
                "POST /staff/{id}/disable",
                "GET /staff/{id}/edit",
                "POST /staff/{id}/enable",
                "POST /staff/{id}/password",
                "POST /staff/{id}/roles",
                "POST /staff/{id}/roles/{grant}/revoke",
                "POST /staff/{id}/sessions/end",
                "POST /staff/{id}/unlock",
                "POST /units/{id}",
                "POST /units/{id}/children",
                "GET /units/{id}/edit",
                "GET /units/{id}/new",
                "POST /units/{id}/staff",
                "GET /units/{id}/staff/new",
                "POST /findings/{id}/{move}",
                "GET /{kinds:apps|accounts|groups}/{id}/stage",
                "POST /{kinds:apps|accounts|groups}/{id}/stage",
                "GET /releases",
                "POST /{kinds:apps|accounts|groups}/{id}/public/release",
                "POST /{kinds:apps|accounts|groups}/{id}/public/hand-back",
                "GET /ledger",
                "GET /ledger/export",
                "GET /ledger/{id}",
                "GET /ledger/{id}/proof",
                "POST /quotas/{unit}",
                "POST /ledger/verify")) {
            routes.put(forbidden, Expected.FORBIDDEN);
        }
        for (String hidden : List.of(
                "GET /inbox/{id}",
                "GET /imports/{id}",
                "GET /imports/{id}/marked",
                "POST /imports/{id}/cancel",
                "POST /imports/{id}/columns",
                "POST /imports/{id}/commit",
                "POST /imports/{id}/sheet",
                "POST /imports/{id}/undo",
                "GET /findings/{id}",
                "GET /quotas/{unit}",
                "GET /apps/{id}/nearest",
                "POST /apps/{id}/edit/nearest",
                "GET /apps/{id}/data-exports",
                "POST /apps/{id}/data-exports",
                "POST /apps/{id}/data-exports/found",
                "POST /apps/{id}/data-exports/stopped",
                "GET /{kinds:apps|accounts|groups}/{id}",
                "GET /{kinds:apps|accounts|groups}/{id}/history",
                "GET /{kinds:apps|accounts|groups}/{id}/moves/{move}",
                "POST /{kinds:apps|accounts|groups}/{id}/moves/{move}",
                "GET /{kinds:apps|accounts|groups}/{id}/public",
                "POST /{kinds:apps|accounts|groups}/{id}/public/audience",
                "POST /{kinds:apps|accounts|groups}/{id}/public/propose",
                "POST /{kinds:apps|accounts|groups}/{id}/public/withdraw",
                "POST /{kinds:apps|accounts|groups}/{id}/public/notice",
                "GET /{kinds:apps|accounts|groups}/{id}/edit/{step}",
                "POST /{kinds:apps|accounts|groups}/{id}/edit/{step}",
                "GET /{kinds:apps|accounts|groups}/{id}/edit/discard",
                "GET /{kinds:apps|accounts|groups}/{id}/edit/review",
                "POST /{kinds:apps|accounts|groups}/{id}/edit/review",
                "POST /{kinds:apps|accounts|groups}/{id}/edit/catch-up")) {
            routes.put(hidden, Expected.NOT_FOUND);
        }
        return routes;
    }

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    @FlywayDataSource
    DataSource ownerDataSource;

    @Autowired
    JdbcClient application;

    @Autowired
    PlatformTransactionManager transactions;

    @LocalServerPort
    int port;

    private JdbcClient owner;
    private UUID otherApp;
    private UUID otherFinding;
    private List<String> otherNames;

    @BeforeEach
    void lookAtTheOtherUnit() {
        owner = JdbcClient.create(ownerDataSource);
        otherApp = owner.sql("select id from registry.subject where name = '乙例健康随访'")
                .query(UUID.class)
                .single();
        otherFinding = owner.sql("select id from rules.finding where subject_id = :app limit 1")
                .param("app", otherApp)
                .query(UUID.class)
                .single();
        otherNames = owner.sql(
                        "select name from registry.subject where host_unit = (select host_unit from registry.subject where id = :app)")
                .param("app", otherApp)
                .query(String.class)
                .list();
    }

    @Test
    void everyRouteIsInTheTable() {
        Set<String> missing = mappings();
        missing.removeAll(ROUTES.keySet());
        missing.remove("POST /sign-out");
        assertThat(missing)
                .as("routes whose answer to a stranger nobody has thought about")
                .isEmpty();
    }

    @Test
    void noRouteGivesAClerkAnythingOfAnotherUnit() throws IOException, InterruptedException {
        long versionsBefore = versions();
        try (Visitor clerk =
                new Visitor(port).signIn(DemoTest.Person.CLERK.login(), DemoTest.Person.CLERK.password())) {
            for (String route : mappings()) {
                Expected expected = ROUTES.get(route);
                if (expected != null
                        && !route.startsWith("ANY")
                        && !route.contains("/account/sessions/end")
                        && !route.contains("/tour/")) {
                    expect(clerk, route, expected);
                }
            }
        }
        assertThat(versions()).as("nothing of the other unit has changed").isEqualTo(versionsBefore);
    }

    @Test
    void anotherUnitsRowAndOneThatDoesNotExistAreAnsweredAlike() throws IOException, InterruptedException {
        try (Visitor clerk =
                new Visitor(port).signIn(DemoTest.Person.CLERK.login(), DemoTest.Person.CLERK.password())) {
            for (String path : List.of("/apps/", "/findings/")) {
                UUID other = path.equals("/apps/") ? otherApp : otherFinding;
                HttpResponse<String> hidden = clerk.get(path + other);
                HttpResponse<String> unknown = clerk.get(path + UUID.randomUUID());
                assertThat(hidden.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(404);
                assertThat(words(hidden)).isEqualTo(words(unknown));
            }
        }
    }

    @Test
    void noTableShowsAClerkARowOfAnotherUnitWhateverTheSql() {
        Actor clerk = clerkOf("/1/19/");
        String path = owner.sql("select unit_path from registry.subject where id = :app")
                .param("app", otherApp)
                .query(String.class)
                .single();
        List<String> tables = owner.sql("""
                        select table_schema || '.' || table_name from information_schema.columns
                        where column_name = 'unit_path' and table_schema not in ('information_schema', 'pg_catalog')
                        order by 1
                        """).query(String.class).list();
        assertThat(tables).hasSizeGreaterThan(3);
        for (String table : tables) {
            assertThat(seen(clerk, "select count(*) from " + table + " where unit_path like '" + path + "%'"))
                    .as(table)
                    .isZero();
            assertThat(seen(
                            clerk,
                            "select set_config('zj.context', replace(current_setting('zj.context'), '/1/19/', '/'), true);"
                                    + "select count(*) from " + table))
                    .as(table + " with a forged context")
                    .isLessThanOrEqualTo(0);
        }
    }

    private long seen(Actor actor, String sql) {
        Long rows = ScopedValue.where(Actor.CURRENT, actor)
                .call(() -> new TransactionTemplate(transactions).execute(status -> {
                    String last = sql;
                    if (sql.contains(";")) {
                        application
                                .sql(sql.substring(0, sql.indexOf(';')))
                                .query(String.class)
                                .single();
                        last = sql.substring(sql.indexOf(';') + 1);
                    }
                    return grantedOrZero(last);
                }));
        return rows == null ? 0 : rows;
    }

    private long grantedOrZero(String sql) {
        try {
            return application.sql(sql).query(Long.class).single();
        } catch (org.springframework.dao.DataAccessException noRightOnTheTable) {
            return 0;
        }
    }

    private static Actor clerkOf(String path) {
        return new Actor(
                Actor.Kind.STAFF,
                UUID.randomUUID(),
                "某经办",
                null,
                List.of(new Grant(Role.CLERK, new Scope(Scope.Axis.UNIT, path))));
    }

    private void expect(Visitor clerk, String route, Expected expected) throws IOException, InterruptedException {
        String method = route.substring(0, route.indexOf(' '));
        String path = fill(route.substring(route.indexOf(' ') + 1));
        HttpResponse<String> answer = method.equals("GET")
                ? clerk.get(path)
                : clerk.post(path, Map.of("reason", "越权试验", "name", "越权", "action", "next", "version", "1"));
        switch (expected) {
            case NOT_FOUND -> assertThat(answer.statusCode()).as(route).isIn(403, 404);
            case FORBIDDEN -> assertThat(answer.statusCode()).as(route).isEqualTo(403);
            case SILENT -> assertThat(answer.statusCode()).as(route).isLessThan(500);
        }
        assertThat(otherNames).as(route).noneMatch(answer.body()::contains);
    }

    private String fill(String route) {
        String pattern = route.replace("{kinds:apps|accounts|groups}", "apps");
        String id = (pattern.startsWith("/findings")
                        ? otherFinding
                        : pattern.startsWith("/apps") ? otherApp : otherUnit())
                .toString();
        return pattern.replace("/rules/{id}", "/rules/usage.no-norm")
                .replace("{regulation}", "K23")
                .replace("{article}", "8")
                .replace("{step}", "norm")
                .replace("{move}", "dismiss")
                .replace("{figure}", "places")
                .replaceAll("\\{\\w+}", id);
    }

    private UUID otherUnit() {
        return owner.sql("select host_unit from registry.subject where id = :app")
                .param("app", otherApp)
                .query(UUID.class)
                .single();
    }

    private long versions() {
        return owner.sql(
                        "select count(*) + (select count(*) from registry.subject_draft) from registry.subject_version")
                .query(Long.class)
                .single();
    }

    private static String words(HttpResponse<String> answer) {
        return answer.body().replaceAll("(?s)<head>.*?</head>|<[^>]*>|\\s+", "");
    }

    private Set<String> mappings() {
        return mapping.getHandlerMethods().keySet().stream()
                .flatMap(info -> {
                    var methods = info.getMethodsCondition().getMethods();
                    Set<String> verbs = methods.isEmpty()
                            ? Set.of("ANY")
                            : methods.stream().map(Enum::name).collect(Collectors.toSet());
                    return info.getPatternValues().stream()
                            .flatMap(path -> verbs.stream().map(verb -> verb + " " + path));
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
