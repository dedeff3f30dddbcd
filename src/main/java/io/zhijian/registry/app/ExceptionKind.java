package io.zhijian.registry.app;

import io.zhijian.registry.entry.Options;

/** On what ground a forced function is kept (K23 article 6: 安保、应急等特殊规定); none at all is an answer too. */
public enum ExceptionKind {
    SECURITY,
    EMERGENCY,
    OTHER,
    NONE;

    /** As a field offers them. */
    public static final Options OPTIONS = new Options(ExceptionKind.class, "registry.ground.");
}
