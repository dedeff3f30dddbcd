package io.zhijian.base;

import java.util.List;

/**
 * The one way to say no: a stable code, whose words for the user stand in the message files under {@code refusal.<code>}.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of no it is; each has one HTTP status. */
    public enum Kind {
        INVALID(422),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        TOO_MANY(429);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String code;
    private final transient List<Object> details;

    private Refusal(Kind kind, String code, Object... details) {
        super(code, null, false, false);
        this.kind = kind;
        this.code = code;
        this.details = List.of(details);
    }

    public static Refusal invalid(String code, Object... details) {
        return new Refusal(Kind.INVALID, code, details);
    }

    public static Refusal forbidden(String code, Object... details) {
        return new Refusal(Kind.FORBIDDEN, code, details);
    }

    public static Refusal notFound(String code, Object... details) {
        return new Refusal(Kind.NOT_FOUND, code, details);
    }

    public static Refusal conflict(String code, Object... details) {
        return new Refusal(Kind.CONFLICT, code, details);
    }

    public static Refusal tooMany(String code, Object... details) {
        return new Refusal(Kind.TOO_MANY, code, details);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /** What its words are filled with, for one that is told later. */
    public List<String> details() {
        return details.stream().map(String::valueOf).toList();
    }

    /** In the reader's language. */
    public String words() {
        return Texts.t("refusal." + code, details.toArray());
    }
}
