package io.zhijian.people;

import io.zhijian.base.Jurisdiction;
import io.zhijian.base.SubjectRef;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One unit (单位) of the tree.
 *
 * @param path its place in the tree as '/1/4/', each number counting the children of one parent
 * @param region 12-digit code (GB/T 2260 and its extension)
 * @param creditCode unified social credit code (GB 32100), if known
 * @param line system line (条线), such as 教育, if it belongs to one
 */
public record Unit(
        UUID id,
        @Nullable UUID parent,
        String path,
        String name,
        UnitLevel level,
        String region,
        @Nullable String creditCode,
        @Nullable String line,
        Set<UnitKind> kinds,
        @Nullable String phone,
        int version) {

    /**
     * A unit's name, level, region or line was changed; heard in the same transaction by modules whose rows carry them.
     *
     * @param v version of this event's shape
     */
    public record Changed(UUID unit, int v) {}

    public Jurisdiction jurisdiction() {
        return new Jurisdiction(id, path, region, line);
    }

    public SubjectRef ref() {
        return new SubjectRef("unit", id);
    }

    public UnitFacts facts() {
        return new UnitFacts(name, level, region, creditCode, line, kinds, phone);
    }
}
