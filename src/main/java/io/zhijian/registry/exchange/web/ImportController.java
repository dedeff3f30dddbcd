package io.zhijian.registry.exchange.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Access;
import io.zhijian.base.Paging;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.registry.Subject;
import io.zhijian.registry.Subjects;
import io.zhijian.registry.entry.PlainText;
import io.zhijian.registry.exchange.Imports;
import io.zhijian.registry.exchange.MarkedFiles;
import io.zhijian.registry.exchange.TakingBack;
import io.zhijian.registry.exchange.stage.Import;
import io.zhijian.registry.exchange.stage.ImportState;
import io.zhijian.registry.exchange.stage.StagedRow;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One import, step by step. */
@Controller
class ImportController {

    private static final int REASON = 500;

    private final Imports imports;
    private final MarkedFiles marked;
    private final TakingBack back;
    private final Subjects subjects;

    ImportController(Imports imports, MarkedFiles marked, TakingBack back, Subjects subjects) {
        this.imports = imports;
        this.marked = marked;
        this.back = back;
        this.subjects = subjects;
    }

    @GetMapping("/imports/{id}")
    @Access(roles = Role.CLERK)
    String show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "1") int wrong,
            @RequestParam(defaultValue = "1") int likely,
            Model model) {
        model.addAttribute("page", page(id, wrong, likely, ""));
        return "exchange/import";
    }

    @PostMapping("/imports/{id}/sheet")
    @Access(roles = Role.CLERK)
    String sheet(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String sheet,
            Model model,
            HttpServletResponse response) {
        return tried(id, model, response, () -> imports.chooseSheet(id, sheet));
    }

    /** One field for each column: column.3=host. */
    @PostMapping("/imports/{id}/columns")
    @Access(roles = Role.CLERK)
    String columns(
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            Model model,
            HttpServletResponse response) {
        Map<Integer, String> chosen = new HashMap<>();
        fields.forEach((key, value) -> {
            if (key.matches("column\\.\\d{1,3}")) {
                chosen.put(Integer.valueOf(key.substring(7)), value);
            }
        });
        return tried(id, model, response, () -> imports.understand(id, chosen));
    }

    @PostMapping("/imports/{id}/commit")
    @Access(roles = Role.CLERK)
    String commit(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "all") String which,
            Model model,
            HttpServletResponse response) {
        return tried(id, model, response, () -> imports.commit(id, !which.equals("good")));
    }

    @PostMapping("/imports/{id}/cancel")
    @Access(roles = Role.CLERK)
    String cancel(@PathVariable UUID id, Model model, HttpServletResponse response) {
        return tried(id, model, response, () -> imports.cancel(id));
    }

    @PostMapping("/imports/{id}/undo")
    @Access(roles = Role.CLERK)
    String undo(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        return tried(id, model, response, () -> {
            if (!PlainText.fits(reason, REASON)) {
                throw Refusal.invalid("registry.reason-unfit", REASON);
            }
            back.takeBack(id, reason.strip());
        });
    }

    @GetMapping("/imports/{id}/marked")
    @Access(roles = Role.CLERK)
    void marked(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        Import now = imports.get(id);
        if (now.state() != ImportState.CHECKED) {
            throw Refusal.conflict("exchange.moved-on");
        }
        response.setContentType(ImportsController.EXCEL);
        String stem = now.fileName().replaceFirst("\\.[A-Za-z]{3,4}$", "");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ImportsController.attachment(t("exchange.marked.name", stem) + ".xlsx"));
        marked.write(now, response.getOutputStream());
    }

    private String tried(UUID id, Model model, HttpServletResponse response, Runnable what) {
        try {
            what.run();
            return "redirect:/imports/" + id;
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
                throw refusal;
            }
            response.setStatus(refusal.kind().status());
            model.addAttribute("page", page(id, 1, 1, refusal.words()));
            return "exchange/import";
        }
    }

    private ImportPage page(UUID id, int wrong, int likely, String refused) {
        Import now = imports.get(id);
        boolean checked = now.state() == ImportState.CHECKED;
        Paging<StagedRow> none = new Paging<>(List.of(), 1, Paging.SIZE, 0);
        Paging<StagedRow> alike = checked ? imports.likely(id, likely) : none;
        Map<UUID, Subject> known = new HashMap<>();
        alike.rows().stream()
                .map(StagedRow::likely)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(subject -> subjects.find(subject).ifPresent(found -> known.put(subject, found)));
        return new ImportPage(
                now,
                now.state() == ImportState.MATCHING ? imports.sheets(id) : List.of(),
                checked ? imports.wrong(id, wrong) : none,
                alike,
                known,
                now.state() == ImportState.DONE ? back.touched(now) : 0,
                refused);
    }
}
