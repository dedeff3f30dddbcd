package io.zhijian.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Recomputes the whole ledger from its bytes and says exactly what is wrong where; it needs sight of all entries. */
@Service
public class LedgerVerification {

    /** What can be wrong; words under {@code ledger.fault.<name>}. */
    public enum Problem {
        BODY_UNREADABLE,
        COLUMN_DIFFERS,
        COMMITMENT_DIFFERS,
        PAYLOAD_MISSING,
        LEAF_DIFFERS,
        NUMBER_MISSING,
        NODE_DIFFERS,
        ROOT_DIFFERS,
        SEAL_UNLINKED,
        SIGNATURE_WRONG,
        SIZE_DIFFERS,
        NEVER_SEALED;

        public String textKey() {
            return "ledger.fault." + name();
        }
    }

    /** One wrong thing: {@code where} is an entry's id, a leaf's number, or "seal" and its size. */
    public record Fault(Problem problem, String where, String detail) {}

    /**
     * What a verification found; at most {@value #MOST} faults are listed.
     *
     * @param sealed entries in the tree
     * @param pending entries that wait for the next seal
     * @param erased entries whose payload was erased with a record of it
     * @param faultCount all faults, listed or not
     */
    public record Result(
            long sealed,
            long pending,
            long erased,
            @Nullable Instant sealedAt,
            long faultCount,
            List<Fault> faults) {

        public boolean sound() {
            return faultCount == 0;
        }
    }

    static final int MOST = 100;

    private final JdbcClient db;

    public LedgerVerification(JdbcClient db) {
        this.db = db;
    }

    /** Reads one snapshot of everything from first to last; a million entries take some seconds. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Result verify() {
        return new VerificationRun(db).run();
    }
}
