package io.zhijian.people.web;

import io.zhijian.people.Unit;
import java.util.List;

/**
 * The tree of units, opened one level at a time, or what a search found.
 *
 * @param text what was searched for, or empty
 * @param more whether there are more hits than shown
 */
public record UnitsPage(String text, List<Unit> units, boolean more, boolean mayAdd) {

    /** The units under one, as a piece of the page. */
    public record Branch(List<Unit> units) {}
}
