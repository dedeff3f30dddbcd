package io.zhijian.registry.door.office;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Actor;
import io.zhijian.base.Role;
import io.zhijian.base.WorkItems;
import io.zhijian.registry.Subject;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.SubjectTab;
import io.zhijian.registry.door.release.Releases;
import java.util.List;
import org.springframework.stereotype.Component;

/** The tab on a subject's page, and on a supervisor's work page what waits to be released. */
@Component
class ReleaseMenu implements SubjectTab, WorkItems {

    private final Releases releases;

    ReleaseMenu(Releases releases) {
        this.releases = releases;
    }

    @Override
    public String label(Subject subject) {
        return t("door.release");
    }

    @Override
    public String href(Subject subject) {
        return subject.href() + "/public";
    }

    /** Never of a group. */
    @Override
    public boolean shows(Subject subject) {
        return !subject.published() && subject.kind() != SubjectKind.GROUP;
    }

    @Override
    public List<Item> waitingFor(Actor actor) {
        int waiting = actor.is(Role.SUPERVISOR) ? releases.waiting().size() : 0;
        return waiting == 0
                ? List.of()
                : List.of(new Item(
                        t("door.work.waiting"), "/releases", waiting, null, t("door.work.waiting.if-nothing")));
    }
}
