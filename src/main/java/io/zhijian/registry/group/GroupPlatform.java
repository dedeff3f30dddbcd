package io.zhijian.registry.group;

import io.zhijian.registry.entry.Form;
import io.zhijian.registry.entry.Options;

/** Where a work group talks. */
public enum GroupPlatform implements Form {
    WECHAT,
    WECOM,
    QQ,
    DINGTALK,
    FEISHU,
    /** A government office platform of the region. */
    GOVERNMENT,
    OTHER;

    /** As a field offers them. */
    public static final Options OPTIONS = new Options(GroupPlatform.class, "group.platform.");

    @Override
    public String textKey() {
        return "group.platform." + code();
    }
}
