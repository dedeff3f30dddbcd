package io.zhijian.registry.export;

import io.zhijian.base.Actor;
import io.zhijian.base.Ids;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.ledger.Ledger;
import io.zhijian.registry.Register;
import io.zhijian.registry.Subject;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.Subjects;
import io.zhijian.registry.entry.PlainText;
import io.zhijian.registry.export.DataExport.State;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The gate before points, ranks and times that an app holds (K23 article 10): each export is told beforehand with its
 * purpose and written down, one for an appraisal is refused and written down too. The system sees only what it is told;
 * what is found out later is written down as such and makes the fact.
 */
@Service
public class DataExports {

    private final JdbcClient db;
    private final Subjects subjects;
    private final Register register;
    private final Purposes purposes;
    private final Ledger ledger;
    private final Clock clock;

    DataExports(JdbcClient db, Subjects subjects, Register register, Purposes purposes, Ledger ledger, Clock clock) {
        this.db = db;
        this.subjects = subjects;
        this.register = register;
        this.purposes = purposes;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Of one app, newest first. */
    @Transactional(readOnly = true)
    public List<DataExport> of(UUID app) {
        return db.sql("""
                select id, subject, state, what, recipient, purpose, why, at, actor_name from registry.data_export
                 where subject = :app order by at desc, id desc limit 200""")
                .param("app", app)
                .query((row, n) -> new DataExport(
                        row.getObject("id", UUID.class),
                        row.getObject("subject", UUID.class),
                        State.valueOf(row.getString("state")),
                        row.getString("what"),
                        row.getString("recipient"),
                        row.getString("purpose"),
                        row.getString("why"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor_name")))
                .list();
    }

    /** Tells of an export beforehand; the answer says whether it may be made. */
    @Transactional
    public State ask(UUID app, DataOrder order) {
        Subject subject = app(app);
        Actor.current().require(Role.Power.EDIT, subject.jurisdiction());
        Purpose purpose = purposes.stated(order.purpose());
        need(order.what(), "export.what-missing", DataOrder.NAME);
        need(order.recipient(), "export.recipient-missing", DataOrder.NAME);
        need(order.why(), "export.why-missing", ListExport.WHY);
        State state = purpose.allowed() ? State.ALLOWED : State.REFUSED;
        write(subject, state, order);
        return state;
    }

    /** It came out that data were used for an appraisal. */
    @Transactional
    public void found(UUID app, DataOrder order) {
        Subject subject = decidable(app);
        need(order.what(), "export.what-missing", DataOrder.NAME);
        need(order.why(), "export.why-missing", ListExport.WHY);
        refuseWrong(order.recipient(), DataOrder.NAME);
        write(subject, State.FOUND, order);
        register.judge(app);
    }

    /** The use for an appraisal has ended. */
    @Transactional
    public void stopped(UUID app, String why) {
        Subject subject = decidable(app);
        DataExport last = of(app).stream()
                .filter(export -> export.state() == State.FOUND || export.state() == State.STOPPED)
                .findFirst()
                .filter(export -> export.state() == State.FOUND)
                .orElseThrow(() -> Refusal.conflict("export.nothing-found"));
        need(why, "export.why-missing", ListExport.WHY);
        write(subject, State.STOPPED, new DataOrder(last.what(), last.recipient(), "", why));
        register.judge(app);
    }

    private Subject app(UUID id) {
        Subject subject = subjects.get(SubjectKind.APP, id);
        if (subject.published()) {
            throw Refusal.forbidden("registry.published");
        }
        return subject;
    }

    /** Its host may say so, and who oversees it. */
    private Subject decidable(UUID id) {
        Subject subject = app(id);
        Actor actor = Actor.current();
        if (!actor.may(Role.Power.EDIT, subject.jurisdiction())) {
            actor.require(Role.Power.DECIDE, subject.jurisdiction());
        }
        return subject;
    }

    private static void need(String text, String missing, int max) {
        if (text.isBlank()) {
            throw Refusal.invalid(missing);
        }
        refuseWrong(text, max);
    }

    private static void refuseWrong(String text, int max) {
        if (!PlainText.fits(text, max)) {
            throw Refusal.invalid("export.text-unfit", max);
        }
    }

    private void write(Subject subject, State state, DataOrder order) {
        Actor actor = Actor.current();
        db.sql("""
                insert into registry.data_export
                  (id, subject, unit_path, region, line, state, what, recipient, purpose, why, at, actor, actor_name)
                values (:id, :subject, :path, :region, :line, :state, :what, :recipient, :purpose, :why, :at, :actor, :name)
                """)
                .param("id", Ids.next())
                .param("subject", subject.id())
                .param("path", subject.jurisdiction().path())
                .param("region", subject.jurisdiction().region())
                .param("line", subject.jurisdiction().line(), java.sql.Types.VARCHAR)
                .param("state", state.name())
                .param("what", order.what())
                .param("recipient", order.recipient())
                .param("purpose", order.purpose())
                .param("why", order.why())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", actor.id())
                .param("name", actor.name())
                .update();
        ledger.write(
                state.action(),
                subject.ref(),
                subject.jurisdiction(),
                order.why(),
                Map.of(
                        "name", subject.name(),
                        "data", order.what(),
                        "recipient", order.recipient(),
                        "purpose", order.purpose()));
    }
}
