package io.zhijian.base;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A job a person holds in the system; what it may do lies in {@link Power}, where it may do so in a {@link Scope}. */
public enum Role {
    /** 经办: keeps the entries of the own unit. */
    CLERK(Power.READ, Power.EDIT),
    /** 审核: checks what clerks hand in. */
    REVIEWER(Power.READ),
    /** 审批: approves projects, rebuilds and purchased services. */
    APPROVER(Power.READ),
    /** 监管: cyberspace office; rules on findings within its region or line. */
    SUPERVISOR(Power.READ, Power.DECIDE),
    /** 纪检: discipline inspection. */
    DISCIPLINE(Power.READ),
    /** 审计: reads the register and the ledger. */
    AUDITOR(Power.READ, Power.AUDIT),
    /** 系统管理员: units and staff accounts, nothing else. */
    SYSTEM_ADMIN(Power.STAFF),
    /** 安全管理员: roles, locks and sessions, nothing else. */
    SECURITY_ADMIN(Power.ROLES),
    /** 审计管理员: the ledger, nothing else. */
    AUDIT_ADMIN(Power.AUDIT);

    /** What a role may do to the rows within its scope; the row policies of the database know the same words. */
    public enum Power {
        READ,
        EDIT,
        DECIDE,
        AUDIT,
        STAFF,
        ROLES;

        /** The word used in the signed row context. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Set<Power> powers;

    Role(Power first, Power... rest) {
        this.powers = EnumSet.of(first, rest);
    }

    public boolean has(Power power) {
        return powers.contains(power);
    }

    public Set<Power> powers() {
        return EnumSet.copyOf(powers);
    }

    /** One of the three separated administrators 三员, who hold no other role. */
    public boolean isAdministrator() {
        return this == SYSTEM_ADMIN || this == SECURITY_ADMIN || this == AUDIT_ADMIN;
    }

    /** Key of the role's name in the message files. */
    public String textKey() {
        return "role." + name().toLowerCase(Locale.ROOT);
    }
}
