package io.zhijian.registry.web.edit;

import java.util.List;

/**
 * Fields that belong together on a form.
 *
 * @param name the group's or the common part of the fields' name; its words stand under registry.block.*
 * @param repeats whether rows may be added and removed
 */
public record Block(String name, String legend, String hint, boolean repeats, List<Row> rows) {

    /** The fields asked once, or one row of a repeating group. */
    public record Row(int number, List<Control> controls) {}

    /** Whether more than one field stands in it, so that a frame and a legend help. */
    public boolean framed() {
        return repeats || rows.getFirst().controls().size() > 1;
    }

    /** Where its details are asked only once the first answer is yes. */
    public boolean unfolds() {
        return !repeats
                && framed()
                && rows.getFirst().controls().getFirst().key().endsWith(".present");
    }
}
