package io.zhijian.registry.door.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Says no at the public door in the door's own clothes: nobody's menu, no token, no cookie. */
@ControllerAdvice({
    "io.zhijian.registry.door.web",
    "io.zhijian.registry.door.precheck",
    "io.zhijian.registry.door.marks",
    "io.zhijian.registry.api"
})
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class DoorRefusals {

    private final boolean demo;

    DoorRefusals(@Value("${zhijian.demo}") boolean demo) {
        this.demo = demo;
    }

    @ExceptionHandler
    String refused(Refusal refusal, Model model, HttpServletRequest request, HttpServletResponse response) {
        return show(refusal, Reader.of(request, demo).at("/public"), model, response);
    }

    /** Nothing of such a request can be read, not even the language it asks for. */
    @ExceptionHandler(InvalidParameterException.class)
    String malformed(Model model, HttpServletResponse response) {
        return show(Refusal.invalid("page.malformed"), Reader.plain("/public", demo), model, response);
    }

    private static String show(Refusal refusal, Reader reader, Model model, HttpServletResponse response) {
        int status = refusal.kind().status();
        response.setStatus(status);
        model.addAttribute("page", new RefusedPage(reader, t("base.refusal." + status), refusal.words()));
        return "door/refused";
    }
}
