package io.zhijian.registry.web;

import io.zhijian.base.Access;
import io.zhijian.base.Actor;
import io.zhijian.base.Role;
import io.zhijian.people.UnitLevel;
import io.zhijian.registry.App;
import io.zhijian.registry.AppQuery;
import io.zhijian.registry.Apps;
import io.zhijian.registry.Provenance;
import io.zhijian.registry.Stage;
import io.zhijian.registry.entry.AppForm;
import io.zhijian.rules.Findings;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of apps: search, facets, pages, and the same as a table file. */
@Controller
class AppsController {

    private final Apps apps;
    private final Findings findings;

    AppsController(Apps apps, Findings findings) {
        this.apps = apps;
        this.findings = findings;
    }

    @GetMapping("/apps")
    @Access(roles = {Role.CLERK, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR, Role.DISCIPLINE, Role.AUDITOR})
    String list(@RequestParam Map<String, String> wish, Model model) {
        AppQuery query = query(wish);
        int number = number(wish.get("page"));
        model.addAttribute(
                "page",
                new AppsPage(
                        query,
                        apps.search(query, number),
                        apps.facets(query),
                        findings.waitingSubjects(App.KIND),
                        Actor.current().is(Role.CLERK)));
        return "registry/apps";
    }

    /** Streamed row by row, however long the list is. */
    @GetMapping("/apps/export")
    @Access(roles = {Role.CLERK, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR, Role.DISCIPLINE, Role.AUDITOR})
    void export(@RequestParam Map<String, String> wish, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=apps.csv");
        try (Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            out.write('\uFEFF'); // spreadsheets take it for UTF-8 only then
            out.write(AppsCsv.head());
            apps.forEach(query(wish), app -> {
                try {
                    out.write(AppsCsv.line(app));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    static AppQuery query(Map<String, String> wish) {
        return new AppQuery(
                wish.getOrDefault("q", "").strip(),
                chosen(Stage.values(), wish.get("stage")),
                chosen(AppForm.values(), wish.get("form")),
                chosen(UnitLevel.values(), wish.get("level")),
                chosen(Provenance.values(), wish.get("provenance")),
                "true".equals(wish.get("findings")),
                "true".equals(wish.get("toComplete")),
                order(wish.get("order")));
    }

    private static AppQuery.Order order(@Nullable String wish) {
        AppQuery.Order order = chosen(AppQuery.Order.values(), wish);
        return order == null ? AppQuery.Order.CHANGED : order;
    }

    private static <E extends Enum<E>> @Nullable E chosen(E[] values, @Nullable String wish) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(wish))
                .findFirst()
                .orElse(null);
    }

    private static int number(@Nullable String wish) {
        return wish != null && wish.matches("\\d{1,6}") ? Integer.parseInt(wish) : 1;
    }
}
