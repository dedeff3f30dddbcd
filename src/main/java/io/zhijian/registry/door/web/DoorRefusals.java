package io.zhijian.registry.door.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Says no at the public door in the door's own clothes: nobody's menu, no token, no cookie. */
@ControllerAdvice({"io.zhijian.registry.door.web", "io.zhijian.registry.door.marks", "io.zhijian.registry.api"})
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class DoorRefusals {

    private final boolean demo;

    DoorRefusals(@Value("${zhijian.demo}") boolean demo) {
        this.demo = demo;
    }

    @ExceptionHandler
    String refused(Refusal refusal, Model model, HttpServletRequest request, HttpServletResponse response) {
        int status = refusal.kind().status();
        response.setStatus(status);
        Reader reader = Reader.of(request, demo).at("/public");
        model.addAttribute("page", new RefusedPage(reader, t("base.refusal." + status), refusal.words()));
        return "door/refused";
    }
}
