package io.zhijian.semantics.docx;

import java.util.ArrayList;
import java.util.List;

/** The text of one flow: a part's own, or a text box's, which is told after the paragraph it hangs in. */
final class Frame {

    static final String CELL_END = " | ";

    private final List<Glyph> glyphs = new ArrayList<>();
    private final List<Glyph> boxes = new ArrayList<>();

    List<Glyph> glyphs() {
        return glyphs;
    }

    void add(Glyph glyph) {
        glyphs.add(glyph);
    }

    void add(String between) {
        between.chars().forEach(c -> glyphs.add(Glyph.between((char) c)));
    }

    void box(Frame box) {
        boxes.addAll(box.glyphs);
    }

    void paragraphEnd() {
        // where paragraphs end words end, too: a reader of plain text joins what one line break parts
        if (!glyphs.isEmpty()
                && !(glyphs.getLast().piece() == null && glyphs.getLast().c() == '\n')) {
            add("\n\n");
        }
        glyphs.addAll(boxes);
        boxes.clear();
    }

    /** The cells of a row are told in one line. */
    void cellEnd() {
        trim();
        add(CELL_END);
    }

    void rowEnd() {
        trim();
        add("\n\n");
    }

    private void trim() {
        while (!glyphs.isEmpty()
                && glyphs.getLast().piece() == null
                && "\n |".indexOf(glyphs.getLast().c()) >= 0) {
            glyphs.removeLast();
        }
    }
}
