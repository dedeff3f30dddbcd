package io.zhijian.registry.door.office;

import io.zhijian.registry.Subject;
import io.zhijian.registry.door.release.Release;
import java.util.List;

/** What waits to be released, longest first. */
public record ReleasesPage(List<Row> rows) {

    /** One that waits. */
    public record Row(Subject subject, Release release) {}
}
