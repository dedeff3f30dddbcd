package io.zhijian.rules.office;

import io.zhijian.base.Jurisdiction;
import io.zhijian.rules.book.Canonical;
import io.zhijian.rules.book.DayBook;
import io.zhijian.rules.book.Regulation;
import io.zhijian.rules.book.Rulebook;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Which rules judge on a day at a place: those of the files, as the offices there have set them. */
@Component
public class InForce {

    /** How long a setting made on another node may go unseen here. */
    private static final long FRESH_NANOS = 1_000_000_000L;

    private static final int MOST_KEPT = 2_000;

    private final Rulebook book;
    private final SettingRows rows;
    private final List<Regulation> local;
    private final Map<Key, DayBook> kept = new ConcurrentHashMap<>();
    private volatile Seen seen = new Seen(Long.MIN_VALUE, 0, new Overrides(List.of()));
    private volatile Standing standing = new Standing(LocalDate.MIN, new Overrides(List.of()), List.of());

    InForce(Rulebook book, SettingRows rows) {
        this.book = book;
        this.rows = rows;
        this.local = book.regulations().stream()
                .filter(regulation -> regulation.region() != null)
                .toList();
    }

    private record Seen(long version, long nanos, Overrides overrides) {}

    private record Standing(LocalDate day, Overrides overrides, List<Setting> settings) {}

    /** What tells one place's rules from another's: the settings that cover it and the local documents that bind it. */
    private record Key(LocalDate day, List<UUID> settings, List<String> local) {}

    /** The rules that judge there on that day. */
    public DayBook on(LocalDate day, Jurisdiction where) {
        List<Setting> covering = Overrides.covering(standing(day), where);
        List<String> binding = binding(where.region());
        if (covering.isEmpty() && binding.isEmpty()) {
            return book.on(day);
        }
        Key key = new Key(day, covering.stream().map(Setting::id).toList(), binding);
        if (kept.size() > MOST_KEPT) {
            kept.clear();
        }
        return kept.computeIfAbsent(key, k -> book.on(day, where.region(), Overrides.merged(covering)));
    }

    /** While it stands, equal facts get equal verdicts everywhere. */
    public String hash(LocalDate day) {
        StringBuilder all = new StringBuilder(book.hash(day));
        standing(day).forEach(setting -> all.append('\n').append(setting.id()));
        local.forEach(each ->
                all.append('\n').append(book.on(day, each.region(), Map.of()).hash()));
        return Canonical.hash(all.toString());
    }

    /**
     * The rules that judge on that day, each with its hash; one that an office has set otherwise stands there again as
     * {@code rule@area}, with its hash or "off".
     */
    public Map<String, String> applied(LocalDate day) {
        Map<String, String> applied = new TreeMap<>(book.on(day).hashes());
        for (Setting setting : standing(day)) {
            Jurisdiction where = seat(setting);
            String hash = on(day, where).hashes().getOrDefault(setting.ruleId(), "off");
            if (!hash.equals(applied.getOrDefault(setting.ruleId(), "off"))) {
                applied.put(setting.ruleId() + "@" + setting.scope().value(), hash);
            }
        }
        return applied;
    }

    /** The settings that stand on that day and cover the place, the widest area first. */
    List<Setting> covering(LocalDate day, @Nullable Jurisdiction where) {
        return Overrides.covering(standing(day), where);
    }

    /** Looks again at the next question. */
    @TransactionalEventListener
    public void forget(Settings.RuleSet set) {
        seen = new Seen(Long.MIN_VALUE, 0, seen.overrides());
    }

    private List<String> binding(String region) {
        if (local.isEmpty()) {
            return List.of();
        }
        return local.stream()
                .filter(regulation -> regulation.binds(region))
                .map(Regulation::id)
                .toList();
    }

    private List<Setting> standing(LocalDate day) {
        Overrides now = overrides();
        Standing known = standing;
        if (known.overrides() != now || !known.day().equals(day)) {
            known = new Standing(day, now, now.on(day));
            standing = known;
        }
        return known.settings();
    }

    private Overrides overrides() {
        Seen known = seen;
        long nanos = System.nanoTime();
        if (known.version() != Long.MIN_VALUE && nanos - known.nanos() < FRESH_NANOS) {
            return known.overrides();
        }
        long version = rows.version();
        Overrides overrides =
                version == known.version() ? known.overrides() : new Overrides(version == 0 ? List.of() : rows.all());
        seen = new Seen(version, nanos, overrides);
        return overrides;
    }

    /** A place in the middle of the setting's own area. */
    private static Jurisdiction seat(Setting setting) {
        String value = setting.scope().value();
        return switch (setting.scope().axis()) {
            case UNIT -> new Jurisdiction(new UUID(0, 0), value, "000000000000", null);
            default -> new Jurisdiction(new UUID(0, 0), "", Objects.requireNonNull(value), null);
        };
    }
}
