package io.zhijian.registry.door.precheck;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Access;
import io.zhijian.base.Refusal;
import io.zhijian.registry.door.web.Reader;
import io.zhijian.semantics.check.Checker;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Looks at a notice before it is sent: which words may break what, and how to say it otherwise. */
@Controller
class PrecheckController {

    /** In characters: a long notice; a book is cut up by its author. */
    static final int MOST = 20_000;

    private final ObjectProvider<Checker> checker;
    private final boolean demo;

    PrecheckController(ObjectProvider<Checker> checker, @Value("${zhijian.demo}") boolean demo) {
        this.checker = checker;
        this.demo = demo;
    }

    @Access(Access.Level.EVERYONE)
    @GetMapping("/public/precheck")
    String ask(Model model, HttpServletRequest request) {
        model.addAttribute("page", new PrecheckPage(Reader.of(request, demo), "", "", null, Document.NONE));
        return "door/precheck";
    }

    @Access(Access.Level.EVERYONE)
    @PostMapping("/public/precheck")
    String check(
            @RequestParam(defaultValue = "") String text,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (text.length() > MOST) {
            throw Refusal.invalid("precheck.long", MOST);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Reader reader = Reader.of(request, demo);
        PrecheckPage page = text.isBlank()
                ? new PrecheckPage(reader, "", t("precheck.empty"), null, Document.NONE)
                : new PrecheckPage(
                        reader, text, "", Answer.of(text, checker.getObject().check(text)), Document.NONE);
        model.addAttribute("page", page);
        return "door/precheck";
    }
}
