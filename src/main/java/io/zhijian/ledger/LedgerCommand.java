package io.zhijian.ledger;

import io.zhijian.base.Actor;
import io.zhijian.base.Jurisdiction;
import io.zhijian.base.SubjectRef;
import io.zhijian.base.Texts;
import io.zhijian.ledger.LedgerVerification.Result;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code ledger verify} and {@code ledger erase <entry> <why>} on the command line, with the owner's credential and without Spring. */
public final class LedgerCommand {

    /** The action that says of its subject, an entry, that its payload was erased. */
    static final String ERASED = "ledger.payload-erased";

    private static final int WRONG = 1;
    private static final int USAGE = 2;

    private LedgerCommand() {}

    /** Returns the exit status: 0 sound or done, 1 faults found, 2 not understood. */
    public static int run(List<String> words, DataSource owner, PrintStream out) {
        if (words.equals(List.of("verify"))) {
            return verify(owner, out);
        }
        if (words.size() == 3 && words.getFirst().equals("erase")) {
            return erase(owner, UUID.fromString(words.get(1)), words.get(2), out);
        }
        out.println(Texts.t("ledger.command.usage"));
        return USAGE;
    }

    private static int verify(DataSource owner, PrintStream out) {
        TransactionTemplate snapshot = new TransactionTemplate(new JdbcTransactionManager(owner));
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        Result result = snapshot.execute(status -> new LedgerVerification(JdbcClient.create(owner)).verify());
        out.println(Texts.t("ledger.command.counts", result.sealed(), result.pending(), result.erased()));
        result.faults()
                .forEach(fault -> out.println(
                        Texts.t(fault.problem().textKey()) + " · " + fault.where() + " · " + fault.detail()));
        out.println(
                result.sound()
                        ? Texts.t("ledger.command.sound")
                        : Texts.t("ledger.command.faulty", result.faultCount()));
        return result.sound() ? 0 : WRONG;
    }

    /** Erases what an entry said, by a legal duty; the chain keeps that there was one, and that it was erased and why. */
    private static int erase(DataSource owner, UUID entry, String why, PrintStream out) {
        JdbcClient db = JdbcClient.create(owner);
        Ledger ledger = new Ledger(db, Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000)));
        ScopedValue.where(Actor.CURRENT, Actor.service("ledger-command"))
                .run(() -> new TransactionTemplate(new JdbcTransactionManager(owner))
                        .executeWithoutResult(status -> erase(db, ledger, entry, why)));
        out.println(Texts.t("ledger.command.erased", entry));
        return 0;
    }

    private static void erase(JdbcClient db, Ledger ledger, UUID entry, String why) {
        Jurisdiction where = db.sql("select body from ledger.entry where id = :id")
                .param("id", entry)
                .query((row, number) -> Entry.parse(row.getBytes(1)).where())
                .single();
        ledger.write(ERASED, new SubjectRef("ledger-entry", entry), where, why, Map.of());
        db.sql("delete from ledger.payload where entry_id = :id")
                .param("id", entry)
                .update();
    }
}
