package io.zhijian.semantics.docx;

import io.zhijian.semantics.docx.pack.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The runs that are open while a part is read, the innermost last, and those that refer to notes. */
final class Runs {

    private final String content;
    private final Tags tags;
    private final List<Run> open = new ArrayList<>();
    private final Map<String, Run> references = new HashMap<>();
    private int propertiesFrom;

    Runs(String content, Tags tags) {
        this.content = content;
        this.tags = tags;
    }

    void start() {
        open.add(new Run(tags.from(), tags.to(), content.substring(tags.from(), tags.to())));
    }

    void end() {
        open.removeLast().to = tags.to();
    }

    void startProperties() {
        propertiesFrom = tags.from();
    }

    void endProperties() {
        Run run = open.getLast();
        run.properties = content.substring(propertiesFrom, tags.to());
        run.contentFrom = tags.to();
    }

    void childEnds() {
        open.getLast().contentTo = tags.to();
    }

    /** Begins a text; one within a run within a run hangs on the outermost. */
    Piece text(String note, boolean inBox) {
        boolean preserve = tags.attribute("space").isPresent();
        Piece piece = new Piece(open.getLast(), tags.name(), tags.from(), tags.to(), preserve);
        piece.note = note;
        piece.where = inBox ? Piece.Where.BOX : Piece.Where.BODY;
        piece.outer = open.size() > 1 ? open.getFirst() : null;
        return piece;
    }

    void refersTo(String note) {
        if (!open.isEmpty()) {
            references.putIfAbsent(note, open.getFirst());
        }
    }

    /** By the note's kind and number. */
    Map<String, Run> references() {
        return references;
    }
}
