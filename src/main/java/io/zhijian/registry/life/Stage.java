package io.zhijian.registry.life;

import java.util.Locale;

/** Where a subject stands in its life; which stages a kind has, and how it calls them, is the kind's. */
public enum Stage {
    /** 立项; 拟开设 */
    PLANNED,
    /** 在建 */
    APPROVED,
    /** 验收 */
    ACCEPTED,
    /** 备案 */
    FILED,
    /** 运行; 使用中 */
    ONLINE,
    /** 整改; 暂停 */
    SUSPENDED,
    /** 关停公告; 注销公告 */
    CLOSING,
    /** 下线 */
    OFFLINE,
    /** 数据处置 */
    DISPOSING,
    /** 到期待解散 */
    ENDING,
    /** 已合并 */
    MERGED,
    /** 已解散 */
    DISSOLVED,
    /** 注销 */
    CLOSED;

    /** Whether people may be using it now. */
    public boolean inUse() {
        return switch (this) {
            case ONLINE, SUSPENDED, CLOSING, ENDING -> true;
            default -> false;
        };
    }

    /** Whether it has come to its end. */
    public boolean ended() {
        return this == CLOSED || this == MERGED || this == DISSOLVED;
    }

    /** As rules and texts know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
