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
     */
    record Entry(int order, String textKey, String href) {}
}
