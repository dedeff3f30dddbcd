package io.zhijian.registry.door.web;

import io.zhijian.base.Access;
import io.zhijian.base.Paging;
import io.zhijian.registry.door.Door;
import io.zhijian.registry.door.PublicItem;
import io.zhijian.registry.door.Snapshot;
import io.zhijian.registry.door.Themes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;

/** One entrance to the service items of every released subject: which item, where, whose. */
@Controller
class ItemsController {

    private final Door door;
    private final Kept kept;
    private final boolean demo;

    ItemsController(Door door, Kept kept, @Value("${zhijian.demo}") boolean demo) {
        this.door = door;
        this.kept = kept;
        this.demo = demo;
    }

    @Access(Access.Level.EVERYONE)
    @GetMapping("/public/items")
    @Nullable
    String items(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "1") String page,
            ServletWebRequest web,
            HttpServletRequest request,
            Model model) {
        if (kept.known(web)) {
            return null;
        }
        String chosen = Themes.all().contains(theme) ? theme : "";
        List<PublicItem> found = door.snapshot().items(q, chosen);
        Reader reader = Reader.of(request, demo).asking("q", q).asking("theme", chosen);
        model.addAttribute(
                "page",
                new ItemsPage(
                        reader,
                        q,
                        chosen,
                        HomePage.themes(Snapshot.themes(door.snapshot().items(q, ""))),
                        paging(found, number(page))));
        return "door/items";
    }

    private static Paging<PublicItem> paging(List<PublicItem> found, int number) {
        int from = Math.min(Paging.offset(number), found.size());
        int to = Math.min(from + Paging.SIZE, found.size());
        return new Paging<>(found.subList(from, to), number, Paging.SIZE, found.size());
    }

    /** Whatever stands there instead of a number is the first page. */
    private static int number(String page) {
        return page.matches("[1-9]\\d{0,4}") ? Integer.parseInt(page) : 1;
    }
}
