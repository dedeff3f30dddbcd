package io.zhijian.ledger;

import io.zhijian.ledger.LedgerProofs.Proof;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Opens to tests of other packages what only the ledger itself may do. */
public final class LedgerFixture {

    private LedgerFixture() {}

    /** Seals now what waits. */
    public static void seal(ApplicationContext context) {
        context.getBean(Sealer.class).seal();
    }

    /** Whether a proof, as downloaded, holds by itself. */
    public static boolean holds(byte[] json) {
        return ProofCheck.holds(JsonMapper.shared().readValue(json, Proof.class));
    }
}
