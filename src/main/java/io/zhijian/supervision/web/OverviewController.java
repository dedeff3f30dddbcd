package io.zhijian.supervision.web;

import io.zhijian.base.Access;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.base.Scope;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The overview: the page, each of its tables as a file, and the whole as a report. */
@Controller
class OverviewController {

    /** The policy of every page, and what the drawing library needs: it sets style attributes on what it draws. */
    static final String POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self';"
            + " object-src 'none'; frame-ancestors 'none'; form-action 'self'; base-uri 'none';"
            + " style-src-attr 'unsafe-inline'";

    private final OverviewPages pages;
    private final Report report;

    OverviewController(OverviewPages pages, Report report) {
        this.pages = pages;
        this.report = report;
    }

    @GetMapping("/overview")
    @Access(roles = {Role.CLERK, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR, Role.DISCIPLINE, Role.AUDITOR})
    String overview(
            @RequestParam(defaultValue = "") String within,
            @RequestParam(defaultValue = "") String by,
            Model model,
            HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        model.addAttribute("page", page(within, by));
        return "supervision/overview";
    }

    @GetMapping("/overview/tables/{figure}")
    @Access(roles = {Role.CLERK, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR, Role.DISCIPLINE, Role.AUDITOR})
    ResponseEntity<byte[]> table(
            @PathVariable String figure,
            @RequestParam(defaultValue = "") String within,
            @RequestParam(defaultValue = "") String by) {
        OverviewPage page = page(within, by);
        Figure wanted = page.all().stream()
                .filter(each -> each.name().equals(figure))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("page.not-found"));
        byte[] file = TableCsv.of(wanted).getBytes(StandardCharsets.UTF_8);
        return file(file, new MediaType("text", "csv", StandardCharsets.UTF_8), wanted.name() + ".csv");
    }

    @GetMapping("/overview/report")
    @Access(roles = {Role.CLERK, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR, Role.DISCIPLINE, Role.AUDITOR})
    ResponseEntity<byte[]> report(
            @RequestParam(defaultValue = "") String within, @RequestParam(defaultValue = "") String by) {
        OverviewPage page = page(within, by);
        return file(
                report.pdf(page),
                MediaType.APPLICATION_PDF,
                "overview-" + page.numbers().today() + ".pdf");
    }

    private OverviewPage page(String within, String by) {
        Scope.Place place = Scope.Place.of(within)
                .filter(named -> !named.head().equals("/"))
                .orElse(null);
        return pages.page(place, by.equals("week"));
    }

    private static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
