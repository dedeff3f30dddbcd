package io.zhijian.registry.account;

import io.zhijian.registry.entry.Field;
import io.zhijian.registry.entry.Step;
import java.util.Arrays;
import java.util.List;

/** The steps of filling an account's entry, in order. */
public enum AccountStep implements Step {
    IDENTITY("identity"),
    UNITS("units"),
    RUNNING("running"),
    CONDUCT("conduct");

    private final String path;

    AccountStep(String path) {
        this.path = path;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String textKey() {
        return "account.step." + path;
    }

    @Override
    public List<Field> fields() {
        return Arrays.<Field>stream(AccountField.values())
                .filter(field -> field.step() == this)
                .toList();
    }

    @Override
    public List<Step> all() {
        return List.of(values());
    }
}
