package io.zhijian.registry.api;

import io.zhijian.base.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a part of a list ended: two keys, opaque to whoever carries them. */
record Cursor(String first, String second) {

    private static final String BETWEEN = "\n";

    static Cursor read(String text) {
        if (text.isEmpty()) {
            return new Cursor("", "");
        }
        try {
            String[] keys = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(BETWEEN, -1);
            if (keys.length == 2) {
                return new Cursor(keys[0], keys[1]);
            }
        } catch (IllegalArgumentException notOurs) {
            // answered below like any other text that is no cursor
        }
        throw Refusal.invalid("door.cursor");
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((first + BETWEEN + second).getBytes(StandardCharsets.UTF_8));
    }
}
