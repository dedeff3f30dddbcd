package io.zhijian.registry.group;

import static io.zhijian.registry.entry.Kind.*;
import static io.zhijian.registry.group.GroupStep.*;

import io.zhijian.registry.entry.Field;
import io.zhijian.registry.entry.Kind;
import io.zhijian.registry.entry.Options;
import org.jspecify.annotations.Nullable;

/** Every field of a group's entry in the order it is asked. */
public enum GroupField implements Field {
    NAME("name", BASICS, LINE, 60),
    PURPOSE("purpose", BASICS, LINE, 200),
    TERM("term", BASICS, CHOICE, GroupTerm.OPTIONS),
    ENDS_ON("endsOn", BASICS, DATE, 10),
    HOST("host", BASICS, UNIT, 36),

    PLATFORM("platform", PEOPLE, CHOICE, GroupPlatform.OPTIONS),
    OWNER("owner", PEOPLE, LINE, 30),
    SIZE("size", PEOPLE, NUMBER, 9),
    IDEOLOGY_NAME("ideology", PEOPLE, LINE, 30),
    SECURITY_NAME("security", PEOPLE, LINE, 30),
    SECURITY_RULES("securityRules", PEOPLE, ANSWER, 10),

    CHAIN_SIGN_IN("chainSignIn", CONDUCT, ANSWER, 10),
    INSTANT_REPLY("instantReply", CONDUCT, ANSWER, 10),
    CASUAL_TASKS("casualTasks", CONDUCT, ANSWER, 10),
    CASUAL_MATERIALS("casualMaterials", CONDUCT, ANSWER, 10),
    NIGHT_MESSAGES("nightMessages", CONDUCT, ANSWER, 10);

    private final String path;
    private final GroupStep step;
    private final Kind kind;
    private final int max;
    private final @Nullable Options options;

    GroupField(String path, GroupStep step, Kind kind, int max) {
        this(path, step, kind, max, null);
    }

    GroupField(String path, GroupStep step, Kind kind, Options options) {
        this(path, step, kind, 40, options);
    }

    GroupField(String path, GroupStep step, Kind kind, int max, @Nullable Options options) {
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
    public GroupStep step() {
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
        return "group";
    }
}
