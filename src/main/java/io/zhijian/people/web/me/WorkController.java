package io.zhijian.people.web.me;

import io.zhijian.base.Access;
import io.zhijian.base.Actor;
import io.zhijian.base.WorkItems;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page after signing in. */
@Controller
class WorkController {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private static final Comparator<WorkItems.Item> MOST_URGENT_FIRST =
            Comparator.comparing(WorkItems.Item::due, Comparator.nullsLast(Comparator.naturalOrder()));

    private final List<WorkItems> sources;
    private final Clock clock;

    WorkController(List<WorkItems> sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    @Access(Access.Level.SIGNED_IN)
    @GetMapping("/")
    String work(Model model) {
        Actor actor = Actor.current();
        List<WorkItems.Item> items = sources.stream()
                .flatMap(source -> source.waitingFor(actor).stream())
                .sorted(MOST_URGENT_FIRST)
                .toList();
        model.addAttribute(
                "page",
                new WorkPage(actor.name(), !actor.grants().isEmpty(), items, LocalDate.now(clock.withZone(HERE))));
        return "people/work";
    }
}
