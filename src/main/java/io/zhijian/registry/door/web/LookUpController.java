package io.zhijian.registry.door.web;

import io.zhijian.base.Access;
import io.zhijian.registry.door.Door;
import io.zhijian.registry.door.Folding;
import io.zhijian.registry.door.PublicEntry;
import io.zhijian.registry.door.Snapshot;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;

/** Is this registered? By name, by number, or by the code on a host's first page. */
@Controller
class LookUpController {

    private final Door door;
    private final Kept kept;
    private final boolean demo;

    LookUpController(Door door, Kept kept, @Value("${zhijian.demo}") boolean demo) {
        this.door = door;
        this.kept = kept;
        this.demo = demo;
    }

    @Access(Access.Level.EVERYONE)
    @GetMapping("/public")
    @Nullable
    String home(
            @RequestParam(defaultValue = "") String picture,
            ServletWebRequest web,
            HttpServletRequest request,
            Model model) {
        if (kept.known(web)) {
            return null;
        }
        Snapshot snapshot = door.snapshot();
        model.addAttribute(
                "page",
                new HomePage(
                        Reader.of(request, demo),
                        snapshot.entries().size(),
                        HomePage.themes(snapshot.themes()),
                        picture.equals("unreadable")));
        return "door/home";
    }

    @Access(Access.Level.EVERYONE)
    @GetMapping("/public/look-up")
    @Nullable
    String lookUp(
            @RequestParam(defaultValue = "") String q, ServletWebRequest web, HttpServletRequest request, Model model) {
        return kept.known(web) ? null : answer(door.snapshot().find(q), request, model, q);
    }

    @Access(Access.Level.EVERYONE)
    @GetMapping("/q/{token}")
    @Nullable
    String token(
            @PathVariable String token,
            ServletWebRequest web,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (kept.known(web)) {
            return null;
        }
        List<PublicEntry> hit = door.snapshot().byToken(token).stream().toList();
        if (hit.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        return answer(hit, request, model, "");
    }

    private String answer(List<PublicEntry> hits, HttpServletRequest request, Model model, String typed) {
        Reader reader = Reader.of(request, demo);
        // an answer of nothing holds nothing of the question, not even in its links
        model.addAttribute(
                "page",
                new AnswerPage(hits.isEmpty() ? reader.at("/public") : reader.asking("q", typed), hits, this::named));
        return "door/answer";
    }

    private Optional<PublicEntry> named(String name) {
        return door.snapshot().find(name).stream()
                .filter(entry -> Folding.fold(entry.text().name()).equals(Folding.fold(name)))
                .findFirst();
    }
}
