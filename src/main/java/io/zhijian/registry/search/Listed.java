package io.zhijian.registry.search;

import io.zhijian.people.UnitLevel;
import io.zhijian.registry.Provenance;
import io.zhijian.registry.Subject;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.app.AppEntry;
import io.zhijian.registry.entry.Form;
import io.zhijian.registry.life.Stage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One subject as a list shows it.
 *
 * @param headlines its main content in a few short words
 * @param toComplete how many facts the host has still to declare
 */
public record Listed(
        UUID id,
        SubjectKind kind,
        Provenance provenance,
        String name,
        @Nullable Form form,
        @Nullable UnitLevel level,
        @Nullable Stage stage,
        String host,
        String place,
        List<String> headlines,
        String icp,
        String gov,
        int toComplete,
        Instant updatedAt) {

    static Listed of(Subject subject) {
        AppEntry app = subject.entry() instanceof AppEntry entry ? entry : null;
        return new Listed(
                subject.id(),
                subject.kind(),
                subject.provenance(),
                subject.name(),
                subject.form(),
                subject.level(),
                subject.stage(),
                subject.hostName(),
                subject.place(),
                subject.entry().headlines(),
                app == null ? "" : app.icp().number(),
                app == null ? "" : app.gov().number(),
                subject.published() ? 0 : subject.facts().toComplete().size(),
                subject.updatedAt());
    }

    public boolean published() {
        return provenance == Provenance.PUBLISHED;
    }

    public String href() {
        return "/" + kind.path() + "/" + id;
    }
}
