package io.zhijian.rules.office;

import io.zhijian.rules.book.Rule;
import io.zhijian.rules.book.Rulebook;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps every rule a finding rests on as it stood then, by hash, so that an old decision can always be explained. */
@Component
public class RuleTexts {

    private final JdbcClient db;
    private final Clock clock;
    private final Map<String, Rule> known = new ConcurrentHashMap<>();
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    RuleTexts(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Within the transaction that needs it; once seen committed it is not written again. */
    public void keep(Rule rule) {
        if (kept.contains(rule.hash())) {
            return;
        }
        int added = db.sql("""
                        insert into rules.rule_text (hash, rule_id, text, since) values (:hash, :rule, :text, :since)
                        on conflict (hash) do nothing
                        """)
                .param("hash", rule.hash())
                .param("rule", rule.id())
                .param("text", rule.text())
                .param("since", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        // a row added here may still be rolled back; one that was there before cannot
        if (added == 0) {
            kept.add(rule.hash());
        }
    }

    public Rule byHash(String hash) {
        return known.computeIfAbsent(hash, this::read);
    }

    private Rule read(String hash) {
        return Rulebook.ruleFrom(db.sql("select text from rules.rule_text where hash = :hash")
                .param("hash", hash)
                .query(String.class)
                .single());
    }
}
