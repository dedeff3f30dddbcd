package io.zhijian.registry.entry;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A field of an entry: where it stands in the document, in which step it is filled, what it takes, and how long it may
 * be (in characters). {@code []} in its path marks a row that may repeat.
 */
public interface Field {

    /** Where the name stands in every kind's entry. */
    String NAME = "name";

    /** Where the host unit stands in every kind's entry. */
    String HOST = "host";

    /** In one cell of a sheet, what stands between the long texts of a group's rows. */
    String BETWEEN_TEXTS = "———";

    String path();

    Step step();

    Kind kind();

    int max();

    /** For a choice: what may be chosen. */
    @Nullable
    Options options();

    /** What its text keys begin with, such as "registry". */
    String texts();

    default boolean isName() {
        return path().equals(NAME);
    }

    default boolean isHost() {
        return path().equals(HOST);
    }

    /** Whether units are gathered in it, one a row. */
    default boolean gathersUnits() {
        return kind() == Kind.UNIT && group().isPresent();
    }

    /** Whether it holds a figure by which people or units could be ranked; it leaves only for a stated purpose. */
    default boolean couldRank() {
        return false;
    }

    /** The repeating group it belongs to, such as "functions" or "norm.versions". */
    default Optional<String> group() {
        int at = path().indexOf("[]");
        return at < 0 ? Optional.empty() : Optional.of(path().substring(0, at));
    }

    /** Its name in a form: row numbers take the place of the brackets. */
    default String key(int row) {
        return path().replace("[]", "." + row);
    }

    default String key() {
        return key(0);
    }

    /** Whether a form key stands for it; asked very often, so that patterns come last. */
    default boolean matches(String key) {
        return group().isEmpty()
                ? path().equals(key)
                : path().equals(Rows.NUMBER.matcher(key).replaceFirst("[]"));
    }

    /** How the rows of a group are numbered in a form key. */
    final class Rows {

        private static final Pattern NUMBER = Pattern.compile("\\.\\d{1,4}(?=\\.|$)");

        private Rows() {}
    }

    default String textKey() {
        return texts() + ".field." + path().replace("[]", "");
    }

    default String hintKey() {
        return texts() + ".hint." + path().replace("[]", "");
    }
}
