package io.zhijian.rules.book;

/** How strongly a clause speaks; a rule keeps its clause's own modality, never a stronger one. */
public enum Modality {
    /** 不得、不应: forbidden. */
    MUST_NOT("must-not"),
    /** 应、要: required. */
    SHALL("shall"),
    /** 原则上: required or forbidden unless there is a stated reason. */
    IN_PRINCIPLE("in-principle"),
    /** 鼓励: welcomed, never owed. */
    ENCOURAGED("encouraged");

    private final String code;

    Modality(String code) {
        this.code = code;
    }

    /** The word used in the files. */
    public String code() {
        return code;
    }

    /** Key of its name in the message files. */
    public String textKey() {
        return "rules.modality." + code;
    }
}
