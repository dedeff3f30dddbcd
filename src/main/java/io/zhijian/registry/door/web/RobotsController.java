package io.zhijian.registry.door.web;

import io.zhijian.base.Access;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Tells search engines that the public door is theirs to read, and nothing else. */
@Controller
class RobotsController {

    @Access(Access.Level.EVERYONE)
    @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String robots() {
        return """
                User-agent: *
                Allow: /public
                Allow: /q/
                Allow: /assets/
                Allow: /webjars/
                Disallow: /public/look-up
                Disallow: /
                """;
    }
}
