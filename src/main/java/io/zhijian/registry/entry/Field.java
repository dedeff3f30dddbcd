package io.zhijian.registry.entry;

import static io.zhijian.registry.entry.Kind.*;
import static io.zhijian.registry.entry.Step.*;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every field of an entry in the order it is asked: where it stands in the document, in which step it is filled, what
 * it takes, and how long it may be (in characters). {@code []} marks a row that may repeat.
 */
public enum Field {
    NAME("name", IDENTITY, LINE, 60),
    FORM("form", IDENTITY, FORMS, 20),
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

    FUNCTION_NAME("functions[].name", FUNCTIONS, LINE, 60),
    FUNCTION_ABOUT("functions[].about", FUNCTIONS, LINE, 300),
    CHECK_IN("checkIn.present", FUNCTIONS, ANSWER, 10),
    CHECK_IN_GROUND("checkIn.ground", FUNCTIONS, GROUNDS, 20),
    CHECK_IN_BASIS("checkIn.basis", FUNCTIONS, TEXT, 500),
    CHECK_IN_SCOPE("checkIn.scope", FUNCTIONS, LINE, 200),
    CHECK_IN_VISIBLE("checkIn.visible", FUNCTIONS, ANSWER, 10),
    RANKING("ranking.present", FUNCTIONS, ANSWER, 10),
    RANKING_GROUND("ranking.ground", FUNCTIONS, GROUNDS, 20),
    RANKING_BASIS("ranking.basis", FUNCTIONS, TEXT, 500),
    RANKING_SCOPE("ranking.scope", FUNCTIONS, LINE, 200),
    RANKING_VISIBLE("ranking.visible", FUNCTIONS, ANSWER, 10),
    ONLINE_TIME("onlineTime.present", FUNCTIONS, ANSWER, 10),
    ONLINE_TIME_GROUND("onlineTime.ground", FUNCTIONS, GROUNDS, 20),
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
    GOV_FILED("gov.filed", DISPLAY, ANSWER, 10),
    GOV_NUMBER("gov.number", DISPLAY, FILING, 60),
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

    /** More rows than this in one entry are refused. */
    public static final int ROWS = 100;

    private final String path;
    private final Step step;
    private final Kind kind;
    private final int max;

    Field(String path, Step step, Kind kind, int max) {
        this.path = path;
        this.step = step;
        this.kind = kind;
        this.max = max;
    }

    public String path() {
        return path;
    }

    public Step step() {
        return step;
    }

    public Kind kind() {
        return kind;
    }

    public int max() {
        return max;
    }

    /** The repeating group it belongs to, such as "functions" or "norm.versions". */
    public Optional<String> group() {
        int at = path.indexOf("[]");
        return at < 0 ? Optional.empty() : Optional.of(path.substring(0, at));
    }

    /** Its name in a form: row numbers take the place of the brackets. */
    public String key(int row) {
        return path.replace("[]", "." + row);
    }

    public String key() {
        return key(0);
    }

    public String textKey() {
        return "registry.field." + path.replace("[]", "");
    }

    /** The field a form key stands for. */
    public static Optional<Field> of(String key) {
        String path = key.replaceFirst("\\.\\d{1,4}(?=\\.|$)", "[]");
        return Arrays.stream(values()).filter(field -> field.path.equals(path)).findFirst();
    }
}
