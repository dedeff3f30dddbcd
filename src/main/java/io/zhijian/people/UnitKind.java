package io.zhijian.people;

import java.util.Locale;

/** What a unit does in this field of work; one unit may do several things. */
public enum UnitKind {
    /** 主办单位: owns apps. */
    HOST,
    /** 立项审批部门: approves projects. */
    APPROVER,
    /** 网信办. */
    CYBERSPACE,
    /** 政务服务管理部门. */
    GOV_SERVICE,
    /** 纪检监察机关. */
    DISCIPLINE,
    /** 数据主管部门. */
    DATA;

    /** Key of its name in the message files. */
    public String textKey() {
        return "people.kind." + name().toLowerCase(Locale.ROOT);
    }
}
