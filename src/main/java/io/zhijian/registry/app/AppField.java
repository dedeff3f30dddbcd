package io.zhijian.registry.app;

import static io.zhijian.registry.app.AppStep.*;
import static io.zhijian.registry.entry.Kind.*;

import io.zhijian.registry.entry.Field;
import io.zhijian.registry.entry.Kind;
import io.zhijian.registry.entry.Options;
import org.jspecify.annotations.Nullable;

/** Every field of an app's entry in the order it is asked. */
public enum AppField implements Field {
    NAME("name", IDENTITY, LINE, 60),
    FORM("form", IDENTITY, CHOICE, AppForm.OPTIONS),
    ALIASES("aliases", IDENTITY, LINES, 200),
    SUMMARY("summary", IDENTITY, TEXT, 500),
    PLATFORM_NAME("platform", IDENTITY, LINE, 60),
    STORE_NAME("stores[].name", IDENTITY, LINE, 40),
    STORE_LINK("stores[].link", IDENTITY, LINK, 300),

    HOST("host", UNITS, UNIT, 36),
    USERS_NAMED("usersNamed", UNITS, ANSWER, 10),
    USERS("users[]", UNITS, UNIT, 36),
    IDEOLOGY("ideology.assigned", UNITS, ANSWER, 10),
    IDEOLOGY_NAME("ideology.name", UNITS, LINE, 30),
    IDEOLOGY_POST("ideology.post", UNITS, LINE, 60),
    IDEOLOGY_PHONE("ideology.phone", UNITS, PHONE, 30),
    SECURITY("security.assigned", UNITS, ANSWER, 10),
    SECURITY_NAME("security.name", UNITS, LINE, 30),
    SECURITY_POST("security.post", UNITS, LINE, 60),
    SECURITY_PHONE("security.phone", UNITS, PHONE, 30),
    SECURITY_RULES("securityRules.present", UNITS, ANSWER, 10),
    SECURITY_RULES_WHERE("securityRules.where", UNITS, LINE, 100),

    GRASSROOTS("grassroots", FUNCTIONS, ANSWER, 10),
    FORM_FILLING("formFilling", FUNCTIONS, ANSWER, 10),
    FUNCTION_NAME("functions[].name", FUNCTIONS, LINE, 60),
    FUNCTION_ABOUT("functions[].about", FUNCTIONS, LINE, 300),
    CHECK_IN("checkIn.present", FUNCTIONS, ANSWER, 10),
    CHECK_IN_GROUND("checkIn.ground", FUNCTIONS, CHOICE, ExceptionKind.OPTIONS),
    CHECK_IN_BASIS("checkIn.basis", FUNCTIONS, TEXT, 500),
    CHECK_IN_SCOPE("checkIn.scope", FUNCTIONS, LINE, 200),
    CHECK_IN_VISIBLE("checkIn.visible", FUNCTIONS, ANSWER, 10),
    RANKING("ranking.present", FUNCTIONS, ANSWER, 10),
    RANKING_GROUND("ranking.ground", FUNCTIONS, CHOICE, ExceptionKind.OPTIONS),
    RANKING_BASIS("ranking.basis", FUNCTIONS, TEXT, 500),
    RANKING_SCOPE("ranking.scope", FUNCTIONS, LINE, 200),
    RANKING_VISIBLE("ranking.visible", FUNCTIONS, ANSWER, 10),
    ONLINE_TIME("onlineTime.present", FUNCTIONS, ANSWER, 10),
    ONLINE_TIME_GROUND("onlineTime.ground", FUNCTIONS, CHOICE, ExceptionKind.OPTIONS),
    ONLINE_TIME_BASIS("onlineTime.basis", FUNCTIONS, TEXT, 500),
    ONLINE_TIME_SCOPE("onlineTime.scope", FUNCTIONS, LINE, 200),
    ONLINE_TIME_VISIBLE("onlineTime.visible", FUNCTIONS, ANSWER, 10),

    NORM_EXISTS("norm.exists", NORM, ANSWER, 10),
    NORM_PUBLISHED("norm.versions[].published", NORM, DATE, 10),
    NORM_TARGET_USERS("norm.versions[].targetUsers", NORM, TEXT, 1000),
    NORM_WITHOUT_TARGET_USERS("norm.versions[].withoutTargetUsers", NORM, CHECK, 5),
    NORM_SCENES("norm.versions[].scenes", NORM, TEXT, 1000),
    NORM_WITHOUT_SCENES("norm.versions[].withoutScenes", NORM, CHECK, 5),
    NORM_REQUIREMENTS("norm.versions[].requirements", NORM, TEXT, 2000),
    NORM_WITHOUT_REQUIREMENTS("norm.versions[].withoutRequirements", NORM, CHECK, 5),

    ICP_FILED("icp.filed", DISPLAY, ANSWER, 10),
    ICP_NUMBER("icp.number", DISPLAY, ICP, 60),
    ICP_SHOWN("icp.shown", DISPLAY, ANSWER, 10),
    GOV_FILED("gov.filed", DISPLAY, ANSWER, 10),
    GOV_NUMBER("gov.number", DISPLAY, FILING, 60),
    GOV_SHOWN("gov.shown", DISPLAY, ANSWER, 10),
    HOST_SHOWN("hostShown", DISPLAY, ANSWER, 10),
    COMPLAINT_ENTRY("complaintEntry.present", DISPLAY, ANSWER, 10),
    COMPLAINT_ENTRY_WHERE("complaintEntry.where", DISPLAY, LINE, 200),
    COMPLAINT_ZONE("complaintZone.present", DISPLAY, ANSWER, 10),
    COMPLAINT_ZONE_WHERE("complaintZone.where", DISPLAY, LINE, 200),

    ONE_STOP("oneStop.present", PLATFORM, ANSWER, 10),
    ONE_STOP_WHERE("oneStop.where", PLATFORM, LINE, 100),
    GOV_CLOUD("govCloud.present", PLATFORM, ANSWER, 10),
    GOV_CLOUD_WHERE("govCloud.where", PLATFORM, LINE, 100),
    UNIFIED_IDENTITY("unifiedIdentity.present", PLATFORM, ANSWER, 10),
    UNIFIED_IDENTITY_WHERE("unifiedIdentity.where", PLATFORM, LINE, 100),
    ITEM_NAME("items[].name", PLATFORM, LINE, 100),
    ITEM_CODE("items[].code", PLATFORM, CODE, 60),
    DATA_NAME("data[].name", PLATFORM, LINE, 100),
    DATA_PERSONAL("data[].personal", PLATFORM, ANSWER, 10),
    DATA_STORAGE("data[].storage", PLATFORM, LINE, 100),

    RELEASE_VERSION("releases[].version", RELEASES, VERSION, 30),
    RELEASE_DATE("releases[].date", RELEASES, DATE, 10),
    RELEASE_CHANGES("releases[].changes", RELEASES, TEXT, 1000),
    RELEASE_HASH("releases[].hash", RELEASES, HASH, 64);

    private final String path;
    private final AppStep step;
    private final Kind kind;
    private final int max;
    private final @Nullable Options options;

    AppField(String path, AppStep step, Kind kind, int max) {
        this(path, step, kind, max, null);
    }

    AppField(String path, AppStep step, Kind kind, Options options) {
        this(path, step, kind, 40, options);
    }

    AppField(String path, AppStep step, Kind kind, int max, @Nullable Options options) {
        this.path = path;
        this.step = step;
        this.kind = kind;
        this.max = max;
        this.options = options;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public AppStep step() {
        return step;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public int max() {
        return max;
    }

    @Override
    public @Nullable Options options() {
        return options;
    }

    @Override
    public String texts() {
        return "registry";
    }
}
