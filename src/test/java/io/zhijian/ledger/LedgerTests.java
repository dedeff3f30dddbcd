package io.zhijian.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhijian.ZhijianTest;
import io.zhijian.base.Actor;
import io.zhijian.base.Grant;
import io.zhijian.base.Ids;
import io.zhijian.base.Jurisdiction;
import io.zhijian.base.Role;
import io.zhijian.base.Scope;
import io.zhijian.base.SubjectRef;
import io.zhijian.database.DatabaseAddress;
import io.zhijian.ledger.LedgerVerification.Fault;
import io.zhijian.ledger.LedgerVerification.Problem;
import io.zhijian.ledger.merkle.Proofs;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is written stays, is sealed, and cannot be altered unseen. */
@ZhijianTest
@TestPropertySource(properties = "zhijian.ledger.seal-every=PT24H")
class LedgerTests {

    private static final Jurisdiction HERE = new Jurisdiction(Ids.next(), "/1/2/", "990100000000", "health");
    private static final Jurisdiction THERE = new Jurisdiction(Ids.next(), "/1/3/", "990200000000", null);
    private static final Actor CLERK = holding(Role.CLERK, "/1/2/");
    private static final SubjectRef APP = new SubjectRef("app", Ids.next());

    @Autowired
    Ledger ledger;

    @Autowired
    Sealer sealer;

    @Autowired
    LedgerVerification verification;

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    DatabaseAddress address;

    JdbcClient owner;

    @BeforeEach
    void emptyAsOnlyTheOwnerCan() {
        owner = JdbcClient.create(ownerSource());
        owner.sql("truncate ledger.seal, ledger.leaf, ledger.node, ledger.payload, ledger.entry")
                .update();
    }

    @Test
    void refusesToWriteOutsideATransactionOrForNobody() {
        assertThatThrownBy(() -> ledger.write("app.changed", APP, HERE, "", Map.of()))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> as(Actor.NOBODY, () -> ledger.write("app.changed", APP, HERE, "", Map.of())))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void aDecisionRolledBackLeavesNoEntry() {
        assertThatThrownBy(() -> as(CLERK, () -> {
                    ledger.write("app.changed", APP, HERE, "", Map.of());
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");
        assertThat(count("ledger.entry")).isZero();
    }

    @Test
    void onlyAuditorsReadAndOnlyWithinReach() {
        write(HERE, "甲");
        write(THERE, "乙");
        assertThat(seen(CLERK)).isZero();
        assertThat(seen(holding(Role.SYSTEM_ADMIN, "/"))).isZero();
        assertThat(seen(holding(Role.AUDITOR, "/1/2/"))).isEqualTo(1);
        assertThat(seen(holding(Role.AUDIT_ADMIN, "/"))).isEqualTo(2);
        assertThat(as(
                        holding(Role.AUDITOR, "/1/2/"),
                        () -> db.sql("select reason from ledger.payload")
                                .query(String.class)
                                .list()))
                .containsExactly("甲");
    }

    @Test
    void noOneWritesUnderAnothersName() {
        assertThatThrownBy(() -> as(
                        CLERK,
                        () -> ScopedValue.where(Actor.CURRENT, holding(Role.CLERK, "/1/2/"))
                                .call(() -> ledger.write("app.changed", APP, HERE, "", Map.of()))))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void theApplicationRoleCanNeitherChangeNorRemoveNorForgeASeal() {
        write(HERE, "");
        sealer.seal();
        for (String table : List.of("entry", "payload", "leaf", "node", "seal", "key")) {
            for (String attempt : List.of("delete from ledger.%s", "truncate ledger.%s", "drop table ledger.%s")) {
                assertDenied(attempt.formatted(table));
            }
        }
        assertDenied("update ledger.entry set action = 'x'");
        assertDenied("update ledger.payload set reason = 'x'");
        assertDenied("update ledger.seal set size = 9");
        assertDenied("insert into ledger.entry (id, xid) values (gen_random_uuid(), 1)");
        assertDenied("insert into ledger.leaf values (7, gen_random_uuid(), sha256(''))");
        assertThat(verify()).isEmpty();
    }

    @Test
    void sealsEveryEntryOnceThoughTransactionsEndOutOfOrder() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch sealed = new CountDownLatch(1);
        CompletableFuture<Void> late = CompletableFuture.runAsync(() -> as(CLERK, () -> {
            ledger.write("app.changed", APP, HERE, "late", Map.of());
            written.countDown();
            return awaitQuietly(sealed);
        }));
        written.await();
        for (int i = 0; i < 20; i++) {
            write(HERE, "early");
        }
        assertThat(sealer.seal()).isEqualTo(20);
        sealed.countDown();
        late.join();
        write(HERE, "after");
        assertThat(sealer.seal()).isEqualTo(2);
        assertThat(sealer.seal()).isZero();
        assertThat(verify()).isEmpty();
    }

    @Test
    void aDatabaseThatCountsItsTransactionsAnewIsSealedAllTheSame() {
        write(HERE, "before");
        sealer.seal();
        owner.sql("update ledger.seal set upto = upto + 1000000").update();
        write(HERE, "after the restore");
        assertThat(sealer.seal()).isEqualTo(1);
    }

    @Test
    void keepsTextsThatADatabaseCannotHold() {
        as(CLERK, () -> ledger.write("app.changed", APP, HERE, "a\0b\uD800c", Map.of("k\0", "\uDC00", "name", "𠮷")));
        sealer.seal();
        assertThat(verify()).isEmpty();
    }

    @Test
    void provesEachEntryAgainstTheSealOnceTheTreeIsDeep() {
        for (int i = 0; i < 3; i++) {
            as(CLERK, () -> {
                for (int n = 0; n < 201; n++) {
                    ledger.write("app.changed", APP, HERE, "n", Map.of());
                }
                return 0;
            });
            sealer.seal();
        }
        assertThat(count("ledger.node")).isEqualTo(3);
        assertThat(verify()).isEmpty();
        as(Sealer.ACTOR, () -> {
            Tree tree = new Tree(db);
            Seal seal = tree.lastSeal().orElseThrow();
            for (long leaf : new long[] {0, 1, 255, 256, 300, 511, 512, 602}) {
                byte[] hash = db.sql("select hash from ledger.leaf where number = " + leaf)
                        .query((row, n) -> row.getBytes(1))
                        .single();
                var path = Proofs.inclusion(leaf, seal.size(), tree);
                assertThat(Proofs.includes(seal.root(), seal.size(), leaf, hash, path))
                        .isTrue();
            }
            return 0;
        });
    }

    @Test
    void verificationSaysWhatIsWrongWhere() {
        UUID first = write(HERE, "第一");
        UUID second = write(HERE, "第二");
        sealer.seal();
        write(HERE, "第三");
        sealer.seal();
        assertThat(verify()).isEmpty();

        tamper(
                "update ledger.entry set action = 'app.never' where id = '" + first + "'",
                Problem.COLUMN_DIFFERS,
                first.toString());
        tamper(
                "update ledger.entry set unit_path = '/9/' where id = '" + first + "'",
                Problem.COLUMN_DIFFERS,
                first.toString());
        tamper(
                "update ledger.entry set at = at + interval '1 microsecond' where id = '" + first + "'",
                Problem.COLUMN_DIFFERS,
                first.toString());
        tamper(
                "update ledger.payload set reason = '改过' where entry_id = '" + second + "'",
                Problem.COMMITMENT_DIFFERS,
                second.toString());
        tamper(
                "delete from ledger.payload where entry_id = '" + second + "'",
                Problem.PAYLOAD_MISSING,
                second.toString());
        tamper(
                "update ledger.entry set body = set_byte(body, 70, get_byte(body, 70) # 1) where id = '" + second + "'",
                Problem.LEAF_DIFFERS,
                second.toString());
        tamper("update ledger.seal set root = sha256('') where size = 2", Problem.ROOT_DIFFERS, "seal 2");
        tamper(
                "update ledger.seal set at = at + interval '1 second' where size = 2",
                Problem.SIGNATURE_WRONG,
                "seal 2");
        tamper("delete from ledger.seal where size = 2", Problem.SEAL_UNLINKED, "seal 3");
        tamper("delete from ledger.seal where size = 3", Problem.SIZE_DIFFERS, "seal 2");
        tamper("delete from ledger.leaf where number = 2", Problem.SIZE_DIFFERS, "seal 3");
        tamper("delete from ledger.leaf where number = 0", Problem.NEVER_SEALED, first.toString());
    }

    @Test
    void whatIsErasedWithARecordOfItIsNoFault() {
        UUID entry = write(HERE, "个人信息");
        sealer.seal();
        LedgerCommand.run(
                List.of("erase", entry.toString(), "依法删除"),
                ownerSource(),
                new PrintStream(new ByteArrayOutputStream()));
        sealer.seal();
        assertThat(verify()).isEmpty();
        assertThat(count("ledger.payload")).isEqualTo(1);
    }

    private DataSource ownerSource() {
        return new DriverManagerDataSource(
                address.url(), address.owner().user(), address.owner().password());
    }

    /** Tampers as the owner, sees it found, and puts it back. */
    private void tamper(String sql, Problem problem, String where) {
        for (String table : List.of("entry", "payload", "leaf", "seal")) {
            owner.sql("create table ledger.kept_%s as table ledger.%s".formatted(table, table))
                    .update();
        }
        owner.sql(sql).update();
        List<Fault> faults = verify();
        owner.sql("truncate ledger.seal, ledger.leaf, ledger.payload, ledger.entry")
                .update();
        for (String table : List.of("entry", "payload", "leaf", "seal")) {
            owner.sql("insert into ledger.%s table ledger.kept_%s".formatted(table, table))
                    .update();
            owner.sql("drop table ledger.kept_" + table).update();
        }
        assertThat(faults).as(sql).anySatisfy(fault -> {
            assertThat(fault.problem()).isEqualTo(problem);
            assertThat(fault.where()).isEqualTo(where);
        });
    }

    private List<Fault> verify() {
        return ScopedValue.where(Actor.CURRENT, Sealer.ACTOR)
                .call(verification::verify)
                .faults();
    }

    private UUID write(Jurisdiction where, String reason) {
        return as(CLERK, () -> ledger.write("app.changed", APP, where, reason, Map.of("name", "示例应用")));
    }

    private void assertDenied(String sql) {
        assertThatThrownBy(() -> as(CLERK, () -> db.sql(sql).update()))
                .as(sql)
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner|row-level security).*");
    }

    private long seen(Actor actor) {
        return as(
                actor,
                () -> db.sql("select count(*) from ledger.entry")
                        .query(Long.class)
                        .single());
    }

    private long count(String table) {
        return owner.sql("select count(*) from " + table).query(Long.class).single();
    }

    private <T> T as(Actor actor, ScopedValue.CallableOp<T, RuntimeException> work) {
        return ScopedValue.where(Actor.CURRENT, actor)
                .call(() -> new TransactionTemplate(transactions).execute(status -> work.call()));
    }

    private static int awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Actor holding(Role role, String unit) {
        return new Actor(
                Actor.Kind.STAFF, Ids.next(), "某人", null, List.of(new Grant(role, new Scope(Scope.Axis.UNIT, unit))));
    }
}
