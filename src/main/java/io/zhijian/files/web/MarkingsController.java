package io.zhijian.files.web;

import io.zhijian.base.Access;
import io.zhijian.base.Texts;
import io.zhijian.files.Markings;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Gives the browser the patterns, so that a marked text does not even leave the machine. */
@Controller
class MarkingsController {

    private final Markings markings;

    MarkingsController(Markings markings) {
        this.markings = markings;
    }

    /** The script asks with its language in the address, so that a cached answer speaks the right one. */
    @GetMapping("/markings")
    @Access(Access.Level.EVERYONE)
    ResponseEntity<Map<String, Object>> patterns() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .body(Map.of(
                        "patterns", markings.sources(),
                        "found", Texts.t("files.marking.field"),
                        "foundInFile", Texts.t("files.marking.file")));
    }
}
