package io.zhijian.demo;

import io.zhijian.base.Actor;
import io.zhijian.base.Role;
import io.zhijian.registry.Subjects;
import io.zhijian.registry.door.ClosingNotice;
import io.zhijian.registry.door.release.Audience;
import io.zhijian.registry.door.release.ClosingNotices;
import io.zhijian.registry.door.release.Releases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What of the demo is public, as the file {@code demo/public-door.yaml} says, by the same two steps as everything. */
@Component
class DemoReleases {

    /** Releases what another one proposed. */
    private static final Actor OFFICE = Actor.service("演示核对", Role.SUPERVISOR);

    private final Releases releases;
    private final ClosingNotices notices;
    private final Subjects subjects;
    private final Clock clock;

    DemoReleases(Releases releases, ClosingNotices notices, Subjects subjects, Clock clock) {
        this.releases = releases;
        this.notices = notices;
        this.subjects = subjects;
        this.clock = clock;
    }

    record Plan(
            List<String> released, List<String> waiting, Map<String, Audience> insiders, Map<String, Notice> notices) {}

    record Notice(@Nullable Integer offlineInDays, String words, String movedTo) {}

    /** @param id of what stands under a name in the demo */
    void load(Path folder, Function<String, UUID> id) {
        Plan plan = read(folder.resolve("public-door.yaml"));
        plan.insiders().forEach((name, audience) -> releases.mark(id.apply(name), audience));
        plan.released().forEach(name -> {
            propose(id.apply(name));
            ScopedValue.where(Actor.CURRENT, OFFICE).run(() -> release(id.apply(name)));
        });
        plan.notices().forEach((name, notice) -> notices.announce(id.apply(name), notice(notice)));
        plan.waiting().forEach(name -> propose(id.apply(name)));
    }

    private void propose(UUID id) {
        releases.mark(id, Audience.PUBLIC);
        releases.propose(id, subjects.get(id).version(), "");
    }

    private void release(UUID id) {
        releases.release(id, releases.find(id).orElseThrow().version(), "");
    }

    private ClosingNotice notice(Notice notice) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Asia/Shanghai")));
        LocalDate offline = notice.offlineInDays() == null ? null : today.plusDays(notice.offlineInDays());
        return new ClosingNotice(today, offline, notice.words(), notice.movedTo());
    }

    private static Plan read(Path file) {
        try {
            Object yaml = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            return JsonMapper.shared().convertValue(yaml, Plan.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
