package io.zhijian.rules;

import io.zhijian.base.SubjectRef;
import java.util.List;
import java.util.UUID;

/**
 * Findings have moved: all those of one transaction, told just before it is committed, so that whoever listens belongs to
 * it.
 *
 * @param v version of this event
 */
public record FindingsMoved(List<Moved> moves, int v) {

    /** One finding, and where it stands now. */
    public record Moved(UUID finding, SubjectRef subject, String subjectName, UUID unit, Finding.State to) {}
}
