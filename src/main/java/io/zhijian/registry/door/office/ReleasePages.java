package io.zhijian.registry.door.office;

import io.zhijian.base.Actor;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.registry.Subject;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.Subjects;
import io.zhijian.registry.app.AppEntry;
import io.zhijian.registry.door.PublicText;
import io.zhijian.registry.door.release.Audience;
import io.zhijian.registry.door.release.PublicLines;
import io.zhijian.registry.door.release.Release;
import io.zhijian.registry.door.release.Releases;
import io.zhijian.registry.door.web.PublicAddress;
import io.zhijian.registry.entry.PlainText;
import io.zhijian.registry.web.Kinds;
import io.zhijian.registry.web.SubjectPage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes the page of a subject between register and public, for whoever shows it. */
@Component
class ReleasePages {

    static final String PATH = Kinds.PATH + "/{id}/public";
    static final String VIEW = "door/release";

    private final Subjects subjects;
    private final Releases releases;
    private final PublicAddress address;

    ReleasePages(Subjects subjects, Releases releases, PublicAddress address) {
        this.subjects = subjects;
        this.releases = releases;
        this.address = address;
    }

    /** @param problem code of what is wrong with what was typed, or empty */
    ReleasePage page(Subject subject, HttpServletRequest request, String problem) {
        Release release = releases.find(subject.id()).orElse(null);
        PublicText now = releases.preview(subject);
        PublicText shown = release != null && release.proposed() != null ? release.proposed() : now;
        return new ReleasePage(
                subject,
                release,
                PublicLines.of(shown),
                PublicLines.between(release == null ? null : release.released(), shown),
                releases.obstacle(subject, release == null ? Audience.PUBLIC : release.audience()),
                subject.entry() instanceof AppEntry app ? SubjectPage.displayText(subject.hostName(), app) : "",
                release == null || release.token() == null ? "" : address.of(release.token(), request),
                Actor.current().may(Role.Power.EDIT, subject.jurisdiction()),
                Actor.current().may(Role.Power.DECIDE, subject.jurisdiction()),
                problem);
    }

    /** A subject that has such a page: never a published one, never a group. */
    Subject own(String kinds, UUID id) {
        Subject subject = subjects.get(Kinds.of(kinds), id);
        if (subject.published() || subject.kind() == SubjectKind.GROUP) {
            throw Refusal.notFound("registry.subject-unknown");
        }
        return subject;
    }

    static String back(String kinds, UUID id) {
        return "redirect:/" + kinds + "/" + id + "/public";
    }

    static String tidy(String text) {
        if (!PlainText.fits(text, ReleasePage.NOTE)) {
            throw Refusal.invalid("door.note-unfit", ReleasePage.NOTE);
        }
        return text.replace("\r\n", "\n").strip();
    }
}
