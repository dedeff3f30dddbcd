package io.zhijian.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.ZhijianTest;
import io.zhijian.base.Actor;
import io.zhijian.base.Grant;
import io.zhijian.base.Ids;
import io.zhijian.base.Role;
import io.zhijian.base.Scope;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The row policies fail closed, whatever the application role tries by hand. */
@ZhijianTest
class RowContextTests {

    private static final Actor CLERK = new Actor(
            Actor.Kind.STAFF,
            Ids.next(),
            "某经办",
            null,
            List.of(new Grant(Role.CLERK, new Scope(Scope.Axis.UNIT, "/1/2/"))));

    @Autowired
    DatabaseAddress address;

    @Autowired
    RowContext context;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void makeATableUnderTheStandardPolicies() throws SQLException {
        asOwner("""
                create table public.probe (unit_path text, region text, line text);
                select access.guard('public.probe', 'read', 'edit');
                grant select, insert, update, delete on public.probe to zhijian_app;
                insert into public.probe values ('/1/2/', '990100000000', 'health'), ('/1/3/', '990200000000', 'water')
                """);
    }

    @AfterEach
    void drop() throws SQLException {
        asOwner("drop table public.probe");
    }

    @Test
    void withoutAContextThereIsNoRow() {
        assertThat(rowsSeen(Actor.NOBODY)).isZero();
        assertThat(db.sql("select count(*) from public.probe").query(Long.class).single())
                .isZero();
    }

    @Test
    void anActorSeesTheRowsWithinReachAlongEachAxis() {
        assertThat(rowsSeen(CLERK)).isEqualTo(1);
        assertThat(rowsSeen(holding(Role.SUPERVISOR, Scope.Axis.REGION, "990000000000")))
                .isEqualTo(2);
        assertThat(rowsSeen(holding(Role.SUPERVISOR, Scope.Axis.REGION, "990200000000")))
                .isEqualTo(1);
        assertThat(rowsSeen(holding(Role.SUPERVISOR, Scope.Axis.LINE, "water"))).isEqualTo(1);
        assertThat(rowsSeen(holding(Role.SYSTEM_ADMIN, Scope.Axis.UNIT, "/"))).isZero();
    }

    @Test
    void aConnectionGoesBackToThePoolKnowingNobody() {
        assertThat(rowsSeen(CLERK)).isEqualTo(1);
        for (int i = 0; i < 40; i++) {
            assertThat(db.sql("select count(*) from public.probe")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void aContextSetByHandOpensNothing() throws SQLException {
        try (Connection connection = asApplication()) {
            String genuine = context.sign(CLERK, pid(connection), System.currentTimeMillis() / 1000);
            assertThat(rowsWith(connection, genuine)).isEqualTo(1);
            assertThat(rowsWith(connection, genuine.replace("/1/2/%", "/%"))).isZero();
            assertThat(rowsWith(connection, genuine.replace("read:unit", "read:xxxx")))
                    .isZero();
            assertThat(rowsWith(connection, "{\"reach\":{\"read:unit\":[\"%\"]}}"))
                    .isZero();
            assertThat(rowsWith(connection, "x".repeat(200))).isZero();
        }
    }

    @Test
    void aContextOfAnotherConnectionOrOfYesterdayOpensNothing() throws SQLException {
        long now = System.currentTimeMillis() / 1000;
        try (Connection connection = asApplication()) {
            assertThat(rowsWith(connection, context.sign(CLERK, pid(connection) + 1, now)))
                    .isZero();
            assertThat(rowsWith(connection, context.sign(CLERK, pid(connection), now - 86_400)))
                    .isZero();
        }
    }

    @Test
    void theApplicationRoleCanNeitherReadTheKeyNorAlterThePolicies() throws SQLException {
        for (String attempt : List.of(
                "select * from access.signing_key",
                "insert into access.signing_key values (gen_random_uuid(), '', '')",
                "create or replace function access.context() returns jsonb language sql as 'select null::jsonb'",
                "alter table public.probe disable row level security",
                "drop policy reach_read on public.probe",
                "select access.guard('public.probe', 'read', 'read')",
                "set role zhijian_owner",
                "create table public.mine (x int)",
                "alter role zhijian_app bypassrls")) {
            try (Connection connection = asApplication();
                    var statement = connection.createStatement()) {
                org.assertj.core.api.Assertions.assertThatThrownBy(() -> statement.execute(attempt))
                        .as(attempt)
                        .isInstanceOf(PSQLException.class)
                        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
            }
        }
    }

    @Test
    void writingOutsideReachIsRefused() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> ScopedValue.where(Actor.CURRENT, CLERK)
                        .run(() -> inTransaction("insert into public.probe values ('/1/3/', '990200000000', 'water')")))
                .hasStackTraceContaining("row-level security");
        assertThat(ScopedValue.where(Actor.CURRENT, CLERK)
                        .call(() -> inTransaction("delete from public.probe where unit_path = '/1/3/'")))
                .isZero();
    }

    /** The server asks for a password from its first second. */
    @Test
    void aConnectionWithoutThePasswordIsRefused(@TempDir java.nio.file.Path ignored) {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> DriverManager.getConnection(address.url(), "zhijian_owner", "guess"))
                .hasMessageContaining("password authentication failed");
    }

    private Actor holding(Role role, Scope.Axis axis, String value) {
        return new Actor(Actor.Kind.STAFF, Ids.next(), "某人", null, List.of(new Grant(role, new Scope(axis, value))));
    }

    private long rowsSeen(Actor actor) {
        return ScopedValue.where(Actor.CURRENT, actor)
                .call(() -> new TransactionTemplate(transactions)
                        .execute(status -> db.sql("select count(*) from public.probe")
                                .query(Long.class)
                                .single()));
    }

    private int inTransaction(String sql) {
        Integer rows = new TransactionTemplate(transactions)
                .execute(status -> db.sql(sql).update());
        return rows == null ? 0 : rows;
    }

    private long rowsWith(Connection connection, String value) throws SQLException {
        try (var set = connection.prepareStatement("select set_config('zj.context', ?, false)")) {
            set.setString(1, value);
            set.execute();
        }
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from public.probe")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static int pid(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getBackendPID();
    }

    private Connection asApplication() throws SQLException {
        return DriverManager.getConnection(
                address.url(),
                address.application().user(),
                address.application().password());
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        address.url(), address.owner().user(), address.owner().password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
