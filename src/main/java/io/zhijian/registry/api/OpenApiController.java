package io.zhijian.registry.api;

import io.zhijian.base.Access;
import io.zhijian.registry.door.web.Kept;
import io.zhijian.registry.door.web.PublicAddress;
import io.zhijian.registry.door.web.Reader;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.context.request.ServletWebRequest;

/** The interface described, for machines and for people. */
@Controller
class OpenApiController {

    private final Kept kept;
    private final PublicAddress address;
    private final boolean demo;

    OpenApiController(Kept kept, PublicAddress address, @Value("${zhijian.demo}") boolean demo) {
        this.kept = kept;
        this.address = address;
        this.demo = demo;
    }

    @Access(Access.Level.EVERYONE)
    @GetMapping("/api/v1/openapi.json")
    @ResponseBody
    @Nullable
    Map<String, Object> document(ServletWebRequest web, HttpServletRequest request) {
        return kept.known(web) ? null : OpenApi.document(address.base(request));
    }

    @Access(Access.Level.EVERYONE)
    @GetMapping("/public/api")
    @Nullable
    String page(ServletWebRequest web, HttpServletRequest request, Model model) {
        if (kept.known(web)) {
            return null;
        }
        model.addAttribute("page", new ApiPage(Reader.of(request, demo)));
        return "door/api";
    }
}
