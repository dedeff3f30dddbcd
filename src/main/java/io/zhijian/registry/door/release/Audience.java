package io.zhijian.registry.door.release;

import java.util.Locale;

/** Whom something is for, as its host marks it; only what is for everybody can ever become public. */
public enum Audience {
    /** 社会公众 */
    PUBLIC,
    /** 内部工作人员 */
    STAFF,
    /** 公安业务 */
    POLICE,
    /** 纪检监察业务 */
    DISCIPLINE,
    /** 社区矫正、监管场所等 */
    CORRECTION;

    public String textKey() {
        return "door.audience." + name().toLowerCase(Locale.ROOT);
    }
}
