package io.zhijian.registry.entry;

/** On what ground a forced function is kept (K23 article 6: 安保、应急等特殊规定); none at all is an answer too. */
public enum ExceptionKind {
    SECURITY,
    EMERGENCY,
    OTHER,
    NONE
}
