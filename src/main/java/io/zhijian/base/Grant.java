package io.zhijian.base;

/** One role within one scope. */
public record Grant(Role role, Scope scope) {}
