package io.zhijian.registry.door;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that is public, at one moment, ready to be asked. It holds nothing else, so that what is not released and
 * what does not exist are the same to it.
 */
public final class Snapshot {

    /** More hits than this are not shown: whoever asks says more of the name. */
    public static final int HITS = 20;

    private final long revision;
    private final List<PublicEntry> entries;
    private final Map<String, PublicEntry> byToken = new HashMap<>();
    private final Map<String, List<PublicEntry>> byKey = new HashMap<>();
    private final List<PublicEntry> named = new ArrayList<>();
    private final Grams names;
    private final List<PublicItem> items;
    private final Grams itemNames;
    private final Map<String, Long> themes;

    Snapshot(long revision, Collection<PublicEntry> released) {
        this.revision = revision;
        this.entries = released.stream()
                .sorted(Comparator.comparing((PublicEntry entry) -> entry.text().name())
                        .thenComparing(PublicEntry::token))
                .toList();
        List<String> folded = new ArrayList<>();
        for (PublicEntry entry : entries) {
            byToken.put(entry.token(), entry);
            for (String name : entry.text().names()) {
                String key = Folding.fold(name);
                key(key, entry);
                folded.add(key);
                named.add(entry);
            }
            number(entry.text().icp(), entry);
            number(entry.text().gov(), entry);
            key(Folding.fold(entry.text().account()), entry);
        }
        this.names = new Grams(folded);
        this.items = items(entries);
        this.itemNames = new Grams(
                items.stream().map(item -> Folding.fold(item.item().name())).toList());
        this.themes = themes(items);
    }

    private void key(String key, PublicEntry entry) {
        if (!key.isEmpty()) {
            List<PublicEntry> hits = byKey.computeIfAbsent(key, k -> new ArrayList<>(1));
            if (!hits.contains(entry) && hits.size() < HITS) {
                hits.add(entry);
            }
        }
    }

    /** A filing number is found whole, and by its head before the number of the single app (…号-1A). */
    private void number(String number, PublicEntry entry) {
        key(Folding.fold(number), entry);
        int head = number.indexOf('号');
        if (head > 0) {
            key(Folding.fold(number.substring(0, head + 1)), entry);
        }
    }

    private static List<PublicItem> items(List<PublicEntry> entries) {
        return entries.stream()
                .filter(PublicEntry::inUse)
                .flatMap(entry -> entry.text().items().stream().map(item -> new PublicItem(item, entry)))
                .sorted(Comparator.comparingInt(
                                (PublicItem item) -> Themes.order(item.item().theme()))
                        .thenComparing(item -> item.item().name()))
                .toList();
    }

    /** Grows with every change of what is public. */
    public long revision() {
        return revision;
    }

    /** By whole name or number first, otherwise by a part of a name. */
    public List<PublicEntry> find(String typed) {
        String key = Folding.fold(typed);
        List<PublicEntry> whole = byKey.getOrDefault(key, List.of());
        Set<PublicEntry> hits = new LinkedHashSet<>(whole);
        if (hits.isEmpty()) {
            Arrays.stream(names.holding(key, 2 * HITS)).mapToObj(named::get).forEach(hits::add);
        }
        return hits.stream().limit(HITS).toList();
    }

    public Optional<PublicEntry> byToken(String token) {
        return Optional.ofNullable(byToken.get(token));
    }

    /** All entries by name. */
    public List<PublicEntry> entries() {
        return entries;
    }

    /** Entries that come after a name and token in the order of {@link #entries}. */
    public List<PublicEntry> after(String name, String token, int most) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            PublicEntry entry = entries.get(middle);
            int order = entry.text().name().compareTo(name);
            if (order < 0 || order == 0 && entry.token().compareTo(token) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return entries.subList(low, Math.min(entries.size(), low + most));
    }

    /** How many of these items stand under each theme that has any, in the order of themes. */
    public static Map<String, Long> themes(List<PublicItem> items) {
        Map<String, Long> counts = new LinkedHashMap<>();
        items.stream()
                .sorted(Comparator.comparingInt(item -> Themes.order(item.item().theme())))
                .forEach(item -> counts.merge(item.item().theme(), 1L, Long::sum));
        return counts;
    }

    /** The themes of all items. */
    public Map<String, Long> themes() {
        return themes;
    }

    /** Service items of what is in use, by theme and name. */
    public List<PublicItem> items() {
        return items;
    }

    /** Service items under a theme (empty: all), with a part of their name (empty: any). */
    public List<PublicItem> items(String typed, String theme) {
        String part = Folding.fold(typed);
        List<PublicItem> found = part.isEmpty()
                ? items
                : Arrays.stream(itemNames.holding(part, items.size()))
                        .mapToObj(items::get)
                        .toList();
        return theme.isEmpty()
                ? found
                : found.stream()
                        .filter(item -> item.item().theme().equals(theme))
                        .toList();
    }
}
