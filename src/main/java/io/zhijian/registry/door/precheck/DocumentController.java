package io.zhijian.registry.door.precheck;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Access;
import io.zhijian.base.Refusal;
import io.zhijian.files.Markings;
import io.zhijian.registry.door.web.Reader;
import io.zhijian.semantics.check.Checked;
import io.zhijian.semantics.check.Checker;
import io.zhijian.semantics.check.Remarks;
import io.zhijian.semantics.docx.Docx;
import io.zhijian.semantics.docx.Remark;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Looks at a Word document before it is sent, and gives it back with comments in the same breath: nothing of it is kept. */
@Controller
class DocumentController {

    private static final String ENDING = ".docx";
    private static final int LONGEST_NAME = 80;

    /** Documents are unpacked in memory: no more at a time than there are processors to read them. */
    private final Semaphore atWork =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    private final ObjectProvider<Checker> checker;
    private final Markings markings;
    private final boolean demo;

    DocumentController(ObjectProvider<Checker> checker, Markings markings, @Value("${zhijian.demo}") boolean demo) {
        this.checker = checker;
        this.markings = markings;
        this.demo = demo;
    }

    @Access(Access.Level.EVERYONE)
    @PostMapping("/public/precheck/document")
    @Nullable
    String check(
            @RequestParam(required = false) @Nullable MultipartFile document,
            @RequestParam(defaultValue = "page") String as,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Reader reader = Reader.of(request, demo).at("/public/precheck");
        PrecheckPage page;
        atWork.acquireUninterruptibly();
        try {
            Docx docx = read(document);
            Checked checked = checker.getObject().check(docx.text());
            List<Remark> remarks = Remarks.of(checked);
            byte[] commented = docx.commented(remarks);
            if (as.equals("file") && !remarks.isEmpty()) {
                send(name(document), commented, response);
                return null;
            }
            Document told = remarks.isEmpty()
                    ? Document.checked(docx.holdsMore())
                    : Document.commented(name(document), commented, docx.holdsMore());
            page = new PrecheckPage(
                    reader, "", "", Answer.of(docx.text(), checked).tight(), told);
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            page = new PrecheckPage(reader, "", "", null, Document.refused(refusal.words()));
        } finally {
            atWork.release();
        }
        model.addAttribute("page", page);
        return "door/precheck";
    }

    /** Marks are looked for in all parts before the machine reads a word. */
    private Docx read(@Nullable MultipartFile document) throws IOException {
        if (document == null || document.isEmpty() && given(document).isEmpty()) {
            throw Refusal.invalid("docx.none");
        }
        if (document.getSize() > Docx.MOST_BYTES) {
            throw Refusal.invalid("docx.too-large", Docx.MOST_BYTES >> 20);
        }
        Docx docx = Docx.read(document.getBytes(), markings);
        if (docx.text().isBlank()) {
            throw Refusal.invalid("docx.no-text");
        }
        if (docx.text().length() > PrecheckController.MOST) {
            throw Refusal.invalid("docx.too-long", PrecheckController.MOST);
        }
        return docx;
    }

    private static void send(String name, byte[] content, HttpServletResponse response) throws IOException {
        response.setContentType(Document.TYPE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.getOutputStream().write(content);
    }

    /** The name it came with, as a name and never a path, and what was done to it. */
    private static String name(@Nullable MultipartFile document) {
        String given = document == null ? "" : given(document);
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\"<>|:*?]", "")
                .replaceFirst("(?i)\\.docx$", "")
                .strip();
        return last.substring(0, Math.min(LONGEST_NAME, last.length())) + t("docx.file.commented") + ENDING;
    }

    private static String given(MultipartFile document) {
        return document.getOriginalFilename() == null ? "" : document.getOriginalFilename();
    }
}
