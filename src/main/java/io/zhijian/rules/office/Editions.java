package io.zhijian.rules.office;

import io.zhijian.base.Ids;
import io.zhijian.rules.book.Canonical;
import io.zhijian.rules.book.Rule;
import io.zhijian.rules.book.Rulebook;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which rules the files held since when, kept at every start that brings others, so that any past day can be asked. */
@Component
public class Editions {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient db;
    private final RuleTexts texts;
    private final Rulebook book;
    private final Clock clock;

    Editions(JdbcClient db, RuleTexts texts, Rulebook book, Clock clock) {
        this.db = db;
        this.texts = texts;
        this.book = book;
        this.clock = clock;
    }

    /**
     * A rule as the files had it.
     *
     * @param inForceFrom first day of its regulation
     * @param region the region its regulation binds; null: the whole country
     */
    record Kept(Rule rule, LocalDate inForceFrom, @Nullable String region) {}

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void keep() {
        Map<String, Map<String, String>> rules = new TreeMap<>();
        for (Rule rule : book.rules()) {
            book.regulation(rule.basis().regulation()).ifPresent(regulation -> {
                Map<String, String> kept = new LinkedHashMap<>();
                kept.put("hash", rule.hash());
                kept.put("from", regulation.inForceFrom().toString());
                Optional.ofNullable(regulation.region()).ifPresent(region -> kept.put("region", region));
                rules.put(rule.id(), kept);
            });
        }
        String content = Canonical.text(rules);
        String hash = Canonical.hash(content);
        Optional<String> last = db.sql("select hash from rules.rulebook_edition order by at desc, id desc limit 1")
                .query(String.class)
                .optional();
        if (!last.equals(Optional.of(hash))) {
            book.rules().forEach(texts::keep);
            db.sql(
                            "insert into rules.rulebook_edition (id, at, hash, rules) values (:id, :at, :hash, cast(:rules as jsonb))")
                    .param("id", Ids.next())
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("hash", hash)
                    .param("rules", content)
                    .update();
        }
    }

    /** The rules of the files on that day: from today on those of now, before it the last edition kept by then, else the first. */
    List<Kept> on(LocalDate day) {
        if (!day.isBefore(LocalDate.ofInstant(clock.instant(), OFFICE))) {
            return shipped();
        }
        return db.sql("""
                        select rules from rules.rulebook_edition
                        order by at < :end desc, case when at < :end then at end desc, at, id limit 1
                        """)
                .param("end", day.plusDays(1).atStartOfDay(OFFICE).toOffsetDateTime())
                .query(String.class)
                .optional()
                .map(this::kept)
                .orElseGet(this::shipped);
    }

    private List<Kept> kept(String rules) {
        return Canonical.parse(rules).values().stream()
                .map(each -> (Map<?, ?>) each)
                .map(each -> new Kept(
                        texts.byHash(String.valueOf(each.get("hash"))),
                        LocalDate.parse(String.valueOf(each.get("from"))),
                        (String) each.get("region")))
                .toList();
    }

    private List<Kept> shipped() {
        return book.rules().stream()
                .flatMap(rule -> book.regulation(rule.basis().regulation()).stream()
                        .map(regulation -> new Kept(rule, regulation.inForceFrom(), regulation.region())))
                .toList();
    }
}
