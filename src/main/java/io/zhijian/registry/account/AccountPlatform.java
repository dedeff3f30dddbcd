package io.zhijian.registry.account;

import io.zhijian.registry.entry.Form;
import io.zhijian.registry.entry.Options;

/** Where a public account stands. */
public enum AccountPlatform implements Form {
    WECHAT_OFFICIAL,
    WECHAT_CHANNELS,
    WEIBO,
    DOUYIN,
    KUAISHOU,
    TOUTIAO,
    PEOPLE,
    XUEXI,
    XIAOHONGSHU,
    BILIBILI,
    OTHER;

    /** As a field offers them. */
    public static final Options OPTIONS = new Options(AccountPlatform.class, "account.platform.");

    @Override
    public String textKey() {
        return "account.platform." + code();
    }
}
