package io.zhijian.registry.group;

import io.zhijian.registry.entry.Options;

/** How long a group is meant to last. */
public enum GroupTerm {
    /** Until a day that is known. */
    UNTIL,
    /** For one task, no last day fixed. */
    OPEN,
    /** Standing work. */
    LASTING;

    /** As a field offers them. */
    public static final Options OPTIONS = new Options(GroupTerm.class, "group.term.");
}
