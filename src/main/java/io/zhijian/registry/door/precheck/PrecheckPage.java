package io.zhijian.registry.door.precheck;

import io.zhijian.registry.door.web.Reader;
import io.zhijian.semantics.docx.Docx;
import org.jspecify.annotations.Nullable;

/**
 * The page of 发文前体检.
 *
 * @param text what was given; empty at first
 * @param note what is to be put right; empty where nothing is
 * @param answer null until a text or a document was given
 */
public record PrecheckPage(
        Reader reader, String text, String note, @Nullable Answer answer, Document document) {

    public int most() {
        return PrecheckController.MOST;
    }

    /** How large a document may be. */
    public int mostBytes() {
        return Docx.MOST_BYTES;
    }
}
