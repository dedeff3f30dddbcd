package io.zhijian.registry.web;

import io.zhijian.base.Access;
import io.zhijian.base.Role;
import io.zhijian.registry.SubjectQuery;
import io.zhijian.registry.search.ListChoices;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a person keeps for the lists: filters of their own, and what is shown of each subject. */
@Controller
class ListChoicesController {

    private final ListChoices choices;

    ListChoicesController(ListChoices choices) {
        this.choices = choices;
    }

    @PostMapping(Kinds.PATH + "/filters")
    @Access(roles = {Role.CLERK, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR, Role.DISCIPLINE, Role.AUDITOR})
    String save(@PathVariable String kinds, @RequestParam String title, @RequestParam Map<String, String> wish) {
        SubjectQuery query = SubjectQuery.of(Kinds.of(kinds), wish);
        choices.save(title, query);
        return "redirect:" + query.address("");
    }

    @PostMapping(Kinds.PATH + "/filters/{id}/forget")
    @Access(roles = {Role.CLERK, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR, Role.DISCIPLINE, Role.AUDITOR})
    String forget(@PathVariable String kinds, @PathVariable UUID id, @RequestParam Map<String, String> wish) {
        choices.forget(id);
        return "redirect:" + SubjectQuery.of(Kinds.of(kinds), wish).address("");
    }

    @PostMapping(Kinds.PATH + "/details")
    @Access(roles = {Role.CLERK, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR, Role.DISCIPLINE, Role.AUDITOR})
    String show(
            @PathVariable String kinds,
            @RequestParam(required = false) List<String> details,
            @RequestParam Map<String, String> wish) {
        SubjectQuery query = SubjectQuery.of(Kinds.of(kinds), wish);
        choices.show(query.kind(), details == null ? List.of() : details);
        return "redirect:" + query.address("");
    }
}
