package io.zhijian.registry;

/** Slot: a module above the register offers a tab on a subject's page. */
public interface SubjectTab {

    /** Its words for this subject, in the reader's language. */
    String label(Subject subject);

    String href(Subject subject);

    /** Whether there is something to show to the current actor. */
    default boolean shows(Subject subject) {
        return !subject.published();
    }
}
