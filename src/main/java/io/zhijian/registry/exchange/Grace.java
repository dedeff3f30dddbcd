package io.zhijian.registry.exchange;

import io.zhijian.registry.exchange.stage.Import;
import io.zhijian.registry.exchange.stage.StageRows;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * After a host's first import it has some days to tidy up: findings are recorded, and nobody is told of them until then.
 * The days are this product's choice and rest on no regulation, so they are a setting.
 */
@Component
public class Grace {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient db;
    private final Clock clock;
    private final int days;

    Grace(JdbcClient db, Clock clock, @Value("${zhijian.imports.grace-days}") int days) {
        this.db = db;
        this.clock = clock;
        this.days = days;
    }

    /** Only the first import of a host opens one. */
    void open(Import done, List<StageRows.Host> hosts) {
        for (StageRows.Host host : days > 0 ? hosts : List.<StageRows.Host>of()) {
            db.sql("""
                    insert into registry.import_grace (unit, import, until, unit_path, region, line)
                    values (:unit, :import, :until, :path, :region, :line) on conflict (unit) do nothing
                    """)
                    .param("unit", host.where().unit())
                    .param("import", done.id())
                    .param("until", today().plusDays(days))
                    .param("path", host.where().path())
                    .param("region", host.where().region())
                    .param("line", host.where().line(), Types.VARCHAR)
                    .update();
        }
    }

    /** Those of these units that are still told of no findings. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<UUID> among(Collection<UUID> hosts) {
        return Set.copyOf(db.sql("select unit from registry.import_grace where unit = any (:units) and until >= :today")
                .param("units", hosts.toArray(UUID[]::new))
                .param("today", today())
                .query(UUID.class)
                .list());
    }

    /** Units whose days are over and that have not been told yet. */
    List<UUID> over() {
        return db.sql("select unit from registry.import_grace where until < :today and not told for update skip locked")
                .param("today", today())
                .query(UUID.class)
                .list();
    }

    void told(UUID host) {
        db.sql("update registry.import_grace set told = true where unit = :unit")
                .param("unit", host)
                .update();
    }

    void takeBack(UUID importId) {
        db.sql("delete from registry.import_grace where import = :id")
                .param("id", importId)
                .update();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), OFFICE);
    }
}
