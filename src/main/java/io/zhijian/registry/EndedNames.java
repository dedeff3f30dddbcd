package io.zhijian.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What ended in some regions, by name: as registry.closed_like looks for one, for many at once. */
final class EndedNames {

    /** Names that differ in these only are other ones, not the same again; as registry.untold. */
    private static final String TOLD_APART = "0123456789零〇一二三四五六七八九十百两甲乙丙丁戊东南西北中上下左右前后内外春夏秋冬男女";

    private static final int SAME = 2;
    private static final int NEAR = 4;
    private static final int NEAR_MOST = 60;

    private final Map<Key, List<Ended>> ended = new HashMap<>();

    private record Key(String region, String name) {}

    /** One that ended. */
    record Ended(UUID id, String region, String core, Instant at) {}

    void add(Ended one) {
        for (String name : near(one.core())) {
            ended.computeIfAbsent(new Key(one.region(), name), key -> new ArrayList<>(1))
                    .add(one);
        }
    }

    /** Whether one that ended before it came is called the same or nearly so. */
    boolean like(UUID id, String region, String core, Instant entered) {
        if (ended.isEmpty() || core.length() < SAME) {
            return false;
        }
        return near(core).stream()
                .flatMap(name -> ended.getOrDefault(new Key(region, name), List.of()).stream())
                .anyMatch(one -> !one.id().equals(id)
                        && one.at().isBefore(entered)
                        && (one.core().equals(core) || nearly(one.core(), core)));
    }

    private static boolean nearly(String one, String other) {
        return length(one) >= NEAR && length(other) >= NEAR && !untold(one).equals(untold(other));
    }

    /** A name and what is left of it without any one of its characters; as registry.near. */
    private static Set<String> near(String core) {
        Set<String> near = new LinkedHashSet<>();
        near.add(core);
        int length = length(core);
        if (length >= NEAR && length <= NEAR_MOST) {
            int[] signs = core.codePoints().toArray();
            for (int without = 0; without < signs.length; without++) {
                near.add(new String(signs, 0, without) + new String(signs, without + 1, signs.length - without - 1));
            }
        }
        return near;
    }

    private static String untold(String core) {
        StringBuilder left = new StringBuilder();
        core.codePoints().filter(sign -> TOLD_APART.indexOf(sign) < 0).forEach(left::appendCodePoint);
        return left.toString();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
