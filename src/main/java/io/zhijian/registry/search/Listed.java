package io.zhijian.registry.search;

import io.zhijian.people.UnitLevel;
import io.zhijian.registry.Provenance;
import io.zhijian.registry.Stage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One subject as a list shows it.
 *
 * @param form the form of an app, the platform of an account or a group; null where it is not known
 * @param gist what it is for, in a line's worth of words: functions of an app, the purpose of an account or a group
 * @param gists how many there are of them altogether
 * @param toComplete how many facts the host has still to declare
 */
public record Listed(
        UUID id,
        String kind,
        Provenance provenance,
        String name,
        @Nullable String form,
        @Nullable UnitLevel level,
        @Nullable Stage stage,
        String host,
        String place,
        List<String> gist,
        int gists,
        String icp,
        String gov,
        int toComplete,
        Instant updatedAt) {

    public boolean published() {
        return provenance == Provenance.PUBLISHED;
    }
}
