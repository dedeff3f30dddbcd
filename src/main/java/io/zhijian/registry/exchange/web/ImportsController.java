package io.zhijian.registry.exchange.web;

import io.zhijian.base.Access;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.exchange.Imports;
import io.zhijian.registry.exchange.marked.Template;
import io.zhijian.registry.web.Kinds;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The list of imports, and bringing a file. */
@Controller
class ImportsController {

    static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int LONGEST_NAME = 120;

    private final Imports imports;

    ImportsController(Imports imports) {
        this.imports = imports;
    }

    @GetMapping("/imports")
    @Access(roles = Role.CLERK)
    String list(@RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("page", new ImportsPage(imports.list(page)));
        return "exchange/imports";
    }

    @GetMapping("/imports/new")
    @Access(roles = Role.CLERK)
    String ask(@RequestParam(defaultValue = "apps") String kind, Model model) {
        model.addAttribute("page", new NewImportPage(Kinds.of(kind), ""));
        return "exchange/new";
    }

    @PostMapping("/imports")
    @Access(roles = Role.CLERK)
    String bring(
            @RequestParam(defaultValue = "apps") String kind,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response)
            throws IOException {
        SubjectKind which = Kinds.of(kind);
        Path kept = Files.createTempFile("zhijian-upload-", ".tmp");
        try {
            if (file == null || file.isEmpty() && name(file).isEmpty()) {
                throw Refusal.invalid("exchange.file.none");
            }
            file.transferTo(kept);
            return "redirect:" + imports.bring(which, name(file), kept).href();
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("page", new NewImportPage(which, refusal.words()));
            return "exchange/new";
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    /** A name to be shown, never a path. */
    private static String name(MultipartFile file) {
        String given = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "").strip();
        return clean.length() > LONGEST_NAME ? clean.substring(clean.length() - LONGEST_NAME) : clean;
    }

    @GetMapping("/imports/template")
    @Access(roles = Role.CLERK)
    void template(@RequestParam(defaultValue = "apps") String kind, HttpServletResponse response) throws IOException {
        SubjectKind which = Kinds.of(kind);
        response.setContentType(EXCEL);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(which.path() + ".xlsx"));
        Template.write(which, response.getOutputStream());
    }

    static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
