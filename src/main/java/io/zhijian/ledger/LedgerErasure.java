package io.zhijian.ledger;

import io.zhijian.base.Jurisdiction;
import io.zhijian.base.SubjectRef;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Erases what an entry said, by a legal duty; the chain keeps that there was an entry, and that it was erased and why. */
final class LedgerErasure {

    static final String ACTION = "ledger.payload-erased";
    static final String SUBJECT = "ledger-entry";

    private LedgerErasure() {}

    /** With the owner's credential only, in a running transaction: the application role may not delete. */
    static void erase(JdbcClient owner, Ledger ledger, UUID entry, String why) {
        Jurisdiction where = owner.sql("select body from ledger.entry where id = :id")
                .param("id", entry)
                .query((row, number) -> Entry.parse(row.getBytes(1)).where())
                .single();
        ledger.write(ACTION, new SubjectRef(SUBJECT, entry), where, why, Map.of());
        owner.sql("delete from ledger.payload where entry_id = :id")
                .param("id", entry)
                .update();
    }
}
