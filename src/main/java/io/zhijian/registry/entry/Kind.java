package io.zhijian.registry.entry;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a field takes, and the shape it must have; a shape in doubt is told, not refused. */
public enum Kind {
    LINE(null),
    TEXT(null),
    /** Several short texts, one a line. */
    LINES(null),
    ANSWER("YES|NO|UNKNOWN"),
    /** One of the constants the field offers. */
    CHOICE(null),
    NUMBER("\\d{1,9}"),
    CHECK("true"),
    UNIT("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
    DATE("\\d{4}-\\d{2}-\\d{2}"),
    LINK("https?://[^\\s<>\"']+"),
    PHONE("[0-9+][0-9 -]{4,24}"),
    /** 渝ICP备2021008177号-4A: shape seen in published numbers, configurable (requirements §2.4); rules ask again. */
    ICP("[一-龥]ICP备\\d{8,10}号(-\\d+[AXK]?)?"),
    /** The shape of the government filing number is not published: only what cannot be a number is told. */
    FILING("[\\p{IsHan}A-Za-z0-9〔〕()()\\[\\]第号备_.-]{4,60}"),
    CODE("[A-Za-z0-9._-]{4,60}"),
    VERSION("[0-9A-Za-z][0-9A-Za-z._+-]*"),
    /** SHA-256 of the package. */
    HASH("[0-9a-fA-F]{64}");

    private final @Nullable Pattern shape;

    Kind(@Nullable String shape) {
        this.shape = shape == null ? null : Pattern.compile(shape);
    }

    public boolean fits(String value) {
        return shape == null || shape.matcher(value).matches();
    }

    /** Whether a wrong shape only warns: a number as it was given may be kept, and a rule speaks of it. */
    public boolean lenient() {
        return this == ICP || this == FILING;
    }

    public boolean manyLines() {
        return this == TEXT || this == LINES;
    }

    /** Key of the words that say what is expected. */
    public String textKey() {
        return "registry.shape." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
