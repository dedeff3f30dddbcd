package io.zhijian.registry.search;

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
}
