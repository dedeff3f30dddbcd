package io.zhijian.registry.door.web;

import io.zhijian.base.Access;
import io.zhijian.base.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Addresses at the door that lead nowhere stay the door's: the same page for everybody, counted like any question. */
@Controller
class NowhereController {

    @Access(Access.Level.EVERYONE)
    @GetMapping({"/public/**", "/q/**"})
    String nowhere() {
        throw Refusal.notFound("page.not-found");
    }
}
