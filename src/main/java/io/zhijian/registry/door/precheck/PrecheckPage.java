package io.zhijian.registry.door.precheck;

import io.zhijian.registry.door.web.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The page of 发文前体检.
 *
 * @param text what was given; empty at first
 * @param note what is to be put right; empty where nothing is
 * @param answer null until a text was given
 */
public record PrecheckPage(
        Reader reader, String text, String note, @Nullable Answer answer) {

    public int most() {
        return PrecheckController.MOST;
    }
}
