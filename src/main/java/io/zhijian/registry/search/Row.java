package io.zhijian.registry.search;

import io.zhijian.base.Scope;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One subject as the index holds it.
 *
 * @param path whose row it is; null for what is only published
 * @param users the paths of the units that use it
 * @param stamp the transaction that wrote the row last
 * @param text what a search looks through, folded
 * @param folded the name, folded
 * @param nameKey where the name stands in a list by name
 */
record Row(
        Listed shown,
        @Nullable String path,
        @Nullable String region,
        @Nullable String line,
        List<String> users,
        long stamp,
        String text,
        String folded,
        byte[] nameKey,
        byte[] hostKey) {

    UUID id() {
        return shown.id();
    }

    /** Whether it is held there. */
    boolean heldIn(Scope.Place place) {
        String where = switch (place.axis()) {
            case UNIT -> path;
            case REGION -> region;
            case LINE -> line;
        };
        boolean whole = place.alone() || place.axis() == Scope.Axis.LINE;
        return where != null && (whole ? where.equals(place.head()) : where.startsWith(place.head()));
    }
}
