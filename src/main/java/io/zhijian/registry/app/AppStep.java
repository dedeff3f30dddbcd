package io.zhijian.registry.app;

import io.zhijian.registry.entry.Field;
import io.zhijian.registry.entry.Step;
import java.util.Arrays;
import java.util.List;

/** The steps of filling an app's entry, in order. */
public enum AppStep implements Step {
    IDENTITY("identity"),
    UNITS("units"),
    FUNCTIONS("functions"),
    NORM("norm"),
    DISPLAY("display"),
    PLATFORM("platform"),
    RELEASES("releases");

    private final String path;

    AppStep(String path) {
        this.path = path;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String textKey() {
        return "registry.step." + path;
    }

    @Override
    public List<Field> fields() {
        return Arrays.<Field>stream(AppField.values())
                .filter(field -> field.step() == this)
                .toList();
    }

    @Override
    public List<Step> all() {
        return List.of(values());
    }
}
