package io.zhijian.registry.nearest;

import io.zhijian.base.Jurisdiction;
import io.zhijian.people.Unit;
import io.zhijian.people.UnitLevel;
import io.zhijian.registry.NameCore;
import io.zhijian.registry.Subject;
import io.zhijian.registry.app.AppEntry;
import io.zhijian.registry.entry.Entry;
import io.zhijian.semantics.likeness.Profile;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The app for which like ones are sought, registered or only being typed.
 *
 * @param level and where: of its host, where that is known
 */
public record Seeker(
        UUID id,
        Profile profile,
        @Nullable UnitLevel level,
        @Nullable Jurisdiction where) {

    /** Fewer characters than this say nothing. */
    private static final int ENOUGH = 4;

    public static Seeker of(Subject app) {
        return new Seeker(app.id(), profile(app.id(), app.entry(), app.hostName()), app.level(), app.where());
    }

    /** One that is being typed. */
    public static Seeker of(UUID id, Entry typed, @Nullable Unit host) {
        return new Seeker(
                id,
                profile(id, typed, host == null ? "" : host.name()),
                host == null ? null : host.level(),
                host == null ? null : host.jurisdiction());
    }

    private static Profile profile(UUID id, Entry entry, String host) {
        List<String> functions = entry.headlines().stream()
                .filter(name -> !name.isBlank())
                .map(String::strip)
                .toList();
        String summary = entry instanceof AppEntry app ? app.summary() : "";
        return new Profile(id.toString(), NameCore.withoutPlace(entry.name(), host), functions, summary.strip());
    }

    /** Whether enough is said of it to look for like ones. */
    public boolean saysEnough() {
        return profile.text().length() >= ENOUGH;
    }
}
