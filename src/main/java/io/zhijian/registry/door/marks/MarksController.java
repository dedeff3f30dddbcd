package io.zhijian.registry.door.marks;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Access;
import io.zhijian.registry.door.Door;
import io.zhijian.registry.door.PublicEntry;
import io.zhijian.registry.door.code.QrCode;
import io.zhijian.registry.door.web.Kept;
import io.zhijian.registry.door.web.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;

/** What a host puts on its first page: the badge and the code, both leading to the entry. */
@Controller
class MarksController {

    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

    private final Door door;
    private final Kept kept;
    private final PublicAddress address;

    MarksController(Door door, Kept kept, PublicAddress address) {
        this.door = door;
        this.kept = kept;
        this.address = address;
    }

    @Access(Access.Level.EVERYONE)
    @GetMapping("/q/{token}/badge.svg")
    @Nullable
    ResponseEntity<?> badge(@PathVariable String token, ServletWebRequest web) {
        return answer(token, web, SVG, entry -> Badge.svg(entry));
    }

    @Access(Access.Level.EVERYONE)
    @GetMapping("/q/{token}/code.svg")
    @Nullable
    ResponseEntity<?> drawing(@PathVariable String token, ServletWebRequest web, HttpServletRequest request) {
        return answer(token, web, SVG, entry -> code(entry, request).svg(title(entry)));
    }

    @Access(Access.Level.EVERYONE)
    @GetMapping("/q/{token}/code.png")
    @Nullable
    ResponseEntity<?> picture(@PathVariable String token, ServletWebRequest web, HttpServletRequest request) {
        return answer(
                token, web, MediaType.IMAGE_PNG, entry -> code(entry, request).png());
    }

    private @Nullable ResponseEntity<?> answer(
            String token, ServletWebRequest web, MediaType type, Function<PublicEntry, Object> draw) {
        if (kept.known(web)) {
            return null;
        }
        return door.snapshot()
                .byToken(token)
                .<ResponseEntity<?>>map(
                        entry -> ResponseEntity.ok().contentType(type).body(draw.apply(entry)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private QrCode code(PublicEntry entry, HttpServletRequest request) {
        return QrCode.of(address.of(entry.token(), request));
    }

    private static String title(PublicEntry entry) {
        return t("door.code.title", entry.text().name());
    }
}
