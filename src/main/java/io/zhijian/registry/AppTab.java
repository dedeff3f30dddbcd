package io.zhijian.registry;

/** Slot: a module above the register offers a tab on an app's page. */
public interface AppTab {

    /** Its words for this app, in the reader's language. */
    String label(App app);

    String href(App app);

    /** Whether there is something to show to the current actor. */
    default boolean shows(App app) {
        return !app.published();
    }
}
