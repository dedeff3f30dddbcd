package io.zhijian.registry.group;

import io.zhijian.registry.entry.Field;
import io.zhijian.registry.entry.Step;
import java.util.Arrays;
import java.util.List;

/** The steps of filling a group's entry, in order. */
public enum GroupStep implements Step {
    /** All that must be told. */
    BASICS("basics"),
    /** May be told. */
    PEOPLE("people"),
    /** May be told. */
    CONDUCT("conduct");

    private final String path;

    GroupStep(String path) {
        this.path = path;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String textKey() {
        return "group.step." + path;
    }

    @Override
    public List<Field> fields() {
        return Arrays.<Field>stream(GroupField.values())
                .filter(field -> field.step() == this)
                .toList();
    }

    @Override
    public List<Step> all() {
        return List.of(values());
    }

    @Override
    public boolean mayBeSkipped() {
        return this != BASICS;
    }
}
