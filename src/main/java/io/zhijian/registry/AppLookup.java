package io.zhijian.registry;

import io.zhijian.registry.entry.AppFacts;
import io.zhijian.rules.Judged;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds one app by id or exact name for the command line, which has the owner's credential and no server. */
public final class AppLookup {

    private AppLookup() {}

    /** The app as rules see it; none for an app that is only published, since nobody judges it. */
    public static Optional<Judged> find(DataSource owner, String idOrName) {
        JdbcClient db = JdbcClient.create(owner);
        return db.sql("select " + AppRows.COLUMNS + """
                         from registry.app where provenance = 'OWN' and (id::text = :wanted or name = :wanted)
                        order by updated_at desc limit 1""")
                .param("wanted", idOrName)
                .query(AppRows::app)
                .optional()
                .map(AppLookup::judged);
    }

    private static Judged judged(App app) {
        AppFacts facts = AppFacts.of(app.entry(), app.ownStage().code(), app.level());
        return new Judged(app.ref(), app.jurisdiction(), app.name(), facts);
    }
}
