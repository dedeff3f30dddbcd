package io.zhijian.registry.web;

import io.zhijian.base.Access;
import io.zhijian.base.Actor;
import io.zhijian.base.Role;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.SubjectQuery;
import io.zhijian.registry.Subjects;
import io.zhijian.registry.search.SubjectSearch;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists of the three kinds: search, facets, pages, and the same as a table file. */
@Controller
class SubjectsController {

    private final Subjects subjects;
    private final SubjectSearch search;

    SubjectsController(Subjects subjects, SubjectSearch search) {
        this.subjects = subjects;
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

    /** Streamed row by row, however long the list is. */
    @GetMapping(Kinds.PATH + "/export")
    @Access(roles = {Role.CLERK, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR, Role.DISCIPLINE, Role.AUDITOR})
    void export(@PathVariable String kinds, @RequestParam Map<String, String> wish, HttpServletResponse response)
            throws IOException {
        SubjectKind kind = Kinds.of(kinds);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=" + kind.path() + ".csv");
        try (Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            out.write('\uFEFF'); // spreadsheets take it for UTF-8 only then
            out.write(SubjectsCsv.head(kind));
            subjects.forEach(SubjectQuery.of(kind, wish), subject -> {
                try {
                    out.write(SubjectsCsv.line(subject));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static int number(@Nullable String wish) {
        return wish != null && wish.matches("\\d{1,6}") ? Integer.parseInt(wish) : 1;
    }
}
