package io.zhijian.registry.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The steps of filling an entry, in order; the review comes after them. */
public enum Step {
    IDENTITY("identity"),
    UNITS("units"),
    FUNCTIONS("functions"),
    NORM("norm"),
    DISPLAY("display"),
    PLATFORM("platform"),
    RELEASES("releases");

    private final String path;

    Step(String path) {
        this.path = path;
    }

    /** As it stands in the address. */
    public String path() {
        return path;
    }

    public static Optional<Step> of(String path) {
        return Arrays.stream(values()).filter(step -> step.path.equals(path)).findFirst();
    }

    public List<Field> fields() {
        return Arrays.stream(Field.values())
                .filter(field -> field.step() == this)
                .toList();
    }

    public Optional<Step> next() {
        return ordinal() + 1 < values().length ? Optional.of(values()[ordinal() + 1]) : Optional.empty();
    }

    public Optional<Step> previous() {
        return ordinal() > 0 ? Optional.of(values()[ordinal() - 1]) : Optional.empty();
    }
}
