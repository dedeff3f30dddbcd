package io.zhijian.registry.export.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Access;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.base.Texts;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.SubjectQuery;
import io.zhijian.registry.export.Extent;
import io.zhijian.registry.export.ListExport;
import io.zhijian.registry.export.Purposes;
import io.zhijian.registry.web.Kinds;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Taking a list out: how much of it and as what file, for what where that must be told, then the file. */
@Controller
class ListExportController {

    /** Each holds a connection to the database while it runs. */
    private static final int AT_ONCE = 4;

    private final ListExport exports;
    private final Purposes purposes;
    private final Clock clock;
    private final Semaphore running = new Semaphore(AT_ONCE);

    ListExportController(ListExport exports, Purposes purposes, Clock clock) {
        this.exports = exports;
        this.purposes = purposes;
        this.clock = clock;
    }

    @GetMapping(Kinds.PATH + "/export")
    @Access(roles = {Role.CLERK, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR, Role.DISCIPLINE, Role.AUDITOR})
    String ask(@PathVariable String kinds, @RequestParam Map<String, String> wish, Model model) {
        model.addAttribute("page", page(SubjectQuery.of(Kinds.of(kinds), wish), Map.of(), ""));
        return "export/list";
    }

    /** Streamed row by row, however long the list is; null once the file is on its way. */
    @PostMapping(Kinds.PATH + "/export")
    @Access(roles = {Role.CLERK, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR, Role.DISCIPLINE, Role.AUDITOR})
    @Nullable
    String export(
            @PathVariable String kinds,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response)
            throws IOException {
        SubjectQuery query = SubjectQuery.of(Kinds.of(kinds), typed);
        if (!running.tryAcquire()) {
            throw Refusal.tooMany("export.busy");
        }
        try {
            ListExport.Order order = order(query, typed);
            send(exports.prepare(order), order, response);
            return null;
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("page", page(query, typed, refusal.words()));
            return "export/list";
        } finally {
            running.release();
        }
    }

    private ListExportPage page(SubjectQuery query, Map<String, String> typed, String refused) {
        SubjectKind kind = query.kind();
        return new ListExportPage(
                query,
                exports.count(query),
                exports.titles(kind, Extent.LISTED),
                exports.titles(kind, Extent.WHOLE).size(),
                exports.couldRank(kind, Extent.WHOLE),
                purposes.offered(),
                typed,
                refused);
    }

    private static ListExport.Order order(SubjectQuery query, Map<String, String> typed) {
        Extent extent = "WHOLE".equals(typed.get("extent")) ? Extent.WHOLE : Extent.LISTED;
        return new ListExport.Order(
                query,
                extent,
                typed.getOrDefault("format", ""),
                typed.getOrDefault("purpose", ""),
                typed.getOrDefault("why", ""));
    }

    private void send(ListExport.Ready table, ListExport.Order order, HttpServletResponse response) throws IOException {
        String name = t(order.query().kind().textKey()) + "-" + Texts.date(clock.instant()) + "." + order.extension();
        response.setContentType(order.type());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        table.writeTo(response.getOutputStream());
    }
}
