package io.zhijian.registry.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.SubjectVersion;
import io.zhijian.registry.export.DataExport;
import io.zhijian.registry.life.Stage;
import io.zhijian.registry.life.SubjectMove;
import io.zhijian.rules.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A subject's life in one line of events, newest first: stages, versions of the entry, findings. */
public final class Timeline {

    private static final int SHOWN = 40;

    private Timeline() {}

    /** @param href where more is told, or empty */
    public record Event(Instant at, String what, String who, String why, String href) {}

    static List<Event> of(
            SubjectKind kind,
            List<SubjectMove> moves,
            List<SubjectVersion> versions,
            List<Finding> findings,
            List<DataExport> exports) {
        List<Event> events = new ArrayList<>();
        for (SubjectMove move : moves) {
            events.add(new Event(move.at(), what(kind, move), who(kind, move), move.reason(), ""));
        }
        for (SubjectVersion version : versions) {
            if (version.number() > 1) {
                String what = t("registry.event.revised", version.number());
                events.add(new Event(version.at(), what, version.actorName(), version.reason(), ""));
            }
        }
        for (Finding finding : findings) {
            events.add(
                    new Event(finding.openedAt(), t("registry.event.found", finding.title()), "", "", finding.href()));
            if (finding.closedAt() != null) {
                events.add(new Event(
                        finding.closedAt(),
                        t(
                                "registry.event.closed",
                                finding.title(),
                                t(finding.state().textKey())),
                        "",
                        "",
                        finding.href()));
            }
        }
        for (DataExport export : exports) {
            events.add(new Event(export.at(), export.words(), export.actorName(), export.why(), export.href()));
        }
        return events.stream()
                .sorted(Comparator.comparing(Event::at).reversed())
                .limit(SHOWN)
                .toList();
    }

    private static String who(SubjectKind kind, SubjectMove move) {
        String name = move.move();
        boolean byItself =
                name != null && kind.move(name).filter(made -> made.byItself()).isPresent();
        return byItself ? t("registry.event.by-itself") : move.actorName();
    }

    private static String what(SubjectKind kind, SubjectMove move) {
        Stage from = move.from();
        if (from == null) {
            return t("registry.event.entered");
        }
        String before = t(kind.textKey(from));
        String after = t(kind.textKey(move.to()));
        String name = move.move();
        return name == null
                ? t("registry.event.stage", before, after)
                : t(
                        "registry.event.moved",
                        kind.move(name).map(made -> t(made.textKey())).orElse(name),
                        before,
                        after);
    }
}
