package io.zhijian.base;

import java.util.List;

/** Slot: each module offers its entries to the main menu, each to those who may use it. */
public interface Navigation {

    List<Entry> entriesFor(Actor actor);

    /**
     * One entry of the menu.
     *
     * @param order lower stands earlier
     * @param textKey its words in the message files
     * @param count how much waits behind it; 0 says nothing, more than 99 is shown as 99+
     */
    record Entry(int order, String textKey, String href, long count) {

        public Entry(int order, String textKey, String href) {
            this(order, textKey, href, 0);
        }

        /** As it stands beside the words. */
        public String countText() {
            return count > 99 ? "99+" : Long.toString(count);
        }
    }
}
