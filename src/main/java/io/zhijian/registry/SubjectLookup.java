package io.zhijian.registry;

import io.zhijian.registry.entry.Standing;
import io.zhijian.rules.Judged;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds one subject by id or exact name for the command line, which has the owner's credential and no server. */
public final class SubjectLookup {

    private SubjectLookup() {}

    /** The subject as rules see it, neighbours left out; none for an app that is only published, since nobody judges it. */
    public static Optional<Judged> find(DataSource owner, String idOrName) {
        JdbcClient db = JdbcClient.create(owner);
        return db.sql("select " + SubjectRows.COLUMNS + """
                         from registry.subject where provenance = 'OWN' and (id::text = :wanted or name = :wanted)
                        order by updated_at desc limit 1""")
                .param("wanted", idOrName)
                .query(SubjectRows::subject)
                .optional()
                .map(SubjectLookup::judged);
    }

    private static Judged judged(Subject subject) {
        Standing standing = new Standing(
                subject.ownStage().code(),
                subject.level(),
                LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai"))),
                Standing.Neighbours.UNKNOWN);
        return new Judged(subject.ref(), subject.jurisdiction(), subject.name(), (Record)
                subject.entry().facts(standing));
    }
}
