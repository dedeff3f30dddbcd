package io.zhijian.registry.web;

import io.zhijian.base.Access;
import io.zhijian.base.Actor;
import io.zhijian.base.Role;
import io.zhijian.registry.SubjectQuery;
import io.zhijian.registry.search.SubjectSearch;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists of the three kinds: search, facets, pages. */
@Controller
class SubjectsController {

    private final SubjectSearch search;

    SubjectsController(SubjectSearch search) {
        this.search = search;
    }

    @GetMapping(Kinds.PATH)
    @Access(roles = {Role.CLERK, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR, Role.DISCIPLINE, Role.AUDITOR})
    String list(@PathVariable String kinds, @RequestParam Map<String, String> wish, Model model) {
        SubjectQuery query = SubjectQuery.of(Kinds.of(kinds), wish);
        model.addAttribute(
                "page",
                new SubjectsPage(
                        query,
                        search.page(query, number(wish.get("page"))),
                        Actor.current().is(Role.CLERK)));
        return "registry/subjects";
    }

    private static int number(@Nullable String wish) {
        return wish != null && wish.matches("\\d{1,6}") ? Integer.parseInt(wish) : 1;
    }
}
