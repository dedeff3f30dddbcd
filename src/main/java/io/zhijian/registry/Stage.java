package io.zhijian.registry;

import java.util.Locale;

/** Where an app stands in its life, in order; the moves between them stand in {@link Move}. */
public enum Stage {
    /** 立项 */
    PLANNED,
    /** 在建 */
    APPROVED,
    /** 验收 */
    ACCEPTED,
    /** 备案 */
    FILED,
    /** 运行 */
    ONLINE,
    /** 整改 */
    SUSPENDED,
    /** 关停公告 */
    CLOSING,
    /** 下线 */
    OFFLINE,
    /** 数据处置 */
    DISPOSING,
    /** 注销 */
    CLOSED;

    /** Whether people may be using it now. */
    public boolean inUse() {
        return this == ONLINE || this == SUSPENDED || this == CLOSING;
    }

    /** As rules and texts know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String textKey() {
        return "registry.stage." + code();
    }
}
