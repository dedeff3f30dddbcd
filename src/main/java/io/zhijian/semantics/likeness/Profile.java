package io.zhijian.semantics.likeness;

import java.util.List;

/**
 * What is known of an app, or proposed for one, as far as likeness needs it.
 *
 * @param functions as declared; may be empty
 * @param description one or two sentences; may be empty
 */
public record Profile(String id, String name, List<String> functions, String description) {

    /** All of it as one text, for the vector of its meaning. */
    public String text() {
        StringBuilder text = new StringBuilder(name);
        if (!functions.isEmpty()) {
            text.append('\uff1a').append(String.join("\u3001", functions));
        }
        if (!description.isBlank()) {
            text.append('\u3002').append(description);
        }
        return text.toString();
    }

    /** What it does, in the words most to the point: its name and functions. */
    String work() {
        return functions.isEmpty() ? name + '\u3002' + description : name + '\uff1a' + String.join("\u3001", functions);
    }
}
