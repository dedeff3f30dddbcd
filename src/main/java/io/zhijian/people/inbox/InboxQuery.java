package io.zhijian.people.inbox;

import java.util.Locale;

/** Which of the own messages to show; words are looked for in the names of subjects and units. */
public record InboxQuery(Box box, String words) {

    /** Where a message lies. */
    public enum Box {
        UNREAD("read_at is null and archived_at is null"),
        CURRENT("archived_at is null"),
        ARCHIVED("archived_at is not null");

        private final String condition;

        Box(String condition) {
            this.condition = condition;
        }

        String condition() {
            return condition;
        }

        /** As it stands in addresses and text keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** For LIKE, without wildcards of the reader's own. */
    String pattern() {
        return "%" + words.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
