package io.zhijian.registry.door.office;

import io.zhijian.base.Access;
import io.zhijian.base.Role;
import io.zhijian.registry.Subjects;
import io.zhijian.registry.door.release.Release;
import io.zhijian.registry.door.release.Releases;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What waits to be released by an office. */
@Controller
class ReleasesController {

    private final Releases releases;
    private final Subjects subjects;

    ReleasesController(Releases releases, Subjects subjects) {
        this.releases = releases;
        this.subjects = subjects;
    }

    @GetMapping("/releases")
    @Access(roles = {Role.SUPERVISOR, Role.AUDITOR})
    String waiting(Model model) {
        List<ReleasesPage.Row> rows = releases.waiting().stream()
                .flatMap(release -> row(release).stream())
                .toList();
        model.addAttribute("page", new ReleasesPage(rows));
        return "door/releases";
    }

    private Optional<ReleasesPage.Row> row(Release release) {
        return subjects.find(release.subject()).map(found -> new ReleasesPage.Row(found, release));
    }
}
