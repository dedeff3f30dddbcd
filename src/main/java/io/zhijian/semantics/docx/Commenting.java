package io.zhijian.semantics.docx;

import io.zhijian.semantics.docx.pack.Parts;
import io.zhijian.semantics.docx.pack.Xml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Puts comments into a document: marks are let in between the characters of the body, nothing of it is written anew. */
final class Commenting {

    private final Parts parts;
    private final Body body;
    private final String declaration;

    /** What is let in, by place; an insertion may also stand for what it replaces. */
    private final TreeMap<Integer, Insertion> insertions = new TreeMap<>();

    /** At one place: what ends there, what starts there, and the run that is cut in two there. */
    private static final class Insertion {
        private final StringBuilder ends = new StringBuilder();
        private final StringBuilder starts = new StringBuilder();
        private String before = "";
        private String after = "";
        private int skip;

        @Override
        public String toString() {
            return before + ends + starts + after;
        }
    }

    Commenting(Parts parts, Body body) {
        this.parts = parts;
        this.body = body;
        this.declaration = Body.declaration(body.source().content());
    }

    byte[] with(List<Remark> remarks) {
        Comments comments = new Comments(parts, body);
        Map<String, byte[]> changed = new TreeMap<>();
        for (Remark remark : remarks) {
            place(remark, comments);
        }
        if (comments.isEmpty()) {
            return parts.bytes();
        }
        String content = spliced(body.source().content());
        Xml.walk(content, reader -> {});
        changed.put(body.part(), body.source().written(content));
        comments.write(changed);
        return parts.with(changed);
    }

    private void place(Remark remark, Comments comments) {
        List<Glyph> glyphs = new ArrayList<>();
        body.glyphs().subList(remark.from(), remark.to()).stream()
                .filter(glyph -> glyph.piece() != null)
                .forEach(glyphs::add);
        List<Glyph> inBody =
                glyphs.stream().filter(glyph -> piece(glyph).standsInBody()).toList();
        if (!inBody.isEmpty()) {
            int id = comments.add(remark.lines());
            at(start(inBody.getFirst())).starts.append(element("commentRangeStart", id));
            end(at(end(inBody.getLast())), id);
            return;
        }
        Run outer = glyphs.isEmpty() ? null : piece(glyphs.getFirst()).outer;
        if (outer != null) {
            int id = comments.add(Comments.elsewhere(piece(glyphs.getFirst()).where, remark, body.text()));
            at(outer.from).starts.append(element("commentRangeStart", id));
            end(at(outer.to), id);
        } else if (first() != null) {
            List<String> lines = glyphs.isEmpty()
                    ? remark.lines()
                    : Comments.elsewhere(piece(glyphs.getFirst()).where, remark, body.text());
            Insertion insertion = Objects.requireNonNull(first());
            insertion.ends.append(reference(comments.add(lines)));
        }
    }

    private static Piece piece(Glyph glyph) {
        return Objects.requireNonNull(glyph.piece());
    }

    private Insertion at(int place) {
        return insertions.computeIfAbsent(place, where -> new Insertion());
    }

    private void end(Insertion insertion, int id) {
        insertion.ends.append(element("commentRangeEnd", id)).append(reference(id));
    }

    private String element(String name, int id) {
        return "<w:" + name + declaration + " w:id=\"" + id + "\"/>";
    }

    private String reference(int id) {
        return "<w:r" + declaration + "><w:commentReference w:id=\"" + id + "\"/></w:r>";
    }

    /** Before the character: between two runs where it is the first of its run. */
    private int start(Glyph glyph) {
        Piece piece = piece(glyph);
        boolean first = glyph.from() == piece.tagTo && piece.tagFrom == piece.run.contentFrom;
        return first ? piece.run.from : cut(piece, glyph.from());
    }

    private int end(Glyph glyph) {
        Piece piece = piece(glyph);
        boolean last = glyph.to() == piece.endFrom && piece.endTo == piece.run.contentTo;
        return last ? piece.run.to : cut(piece, glyph.to());
    }

    /** Two runs of the same look instead of one; blanks at the cut are to be kept. */
    private int cut(Piece piece, int place) {
        Insertion insertion = at(place);
        String runEnd = piece.run.tag.substring(1).split("[\\s>]", 2)[0];
        insertion.before = "</" + piece.name + "></" + runEnd + ">";
        insertion.after = piece.run.tag + piece.run.properties + "<" + piece.name + " xml:space=\"preserve\">";
        if (!piece.preserve) {
            at(piece.tagTo - 1).before = " xml:space=\"preserve\"";
        }
        return place;
    }

    /** The beginning of the first paragraph; an empty one is opened for it. */
    private @org.jspecify.annotations.Nullable Insertion first() {
        if (body.first().place() >= 0) {
            return at(body.first().place());
        }
        FirstParagraph.Empty empty = body.first().empty();
        if (empty == null) {
            return null;
        }
        Insertion insertion = at(empty.to() - 2);
        insertion.before = ">";
        insertion.after = "</" + empty.name() + ">";
        insertion.skip = 2;
        return insertion;
    }

    private String spliced(String content) {
        StringBuilder all = new StringBuilder(content.length() + 4_096);
        int at = 0;
        for (Map.Entry<Integer, Insertion> each : insertions.entrySet()) {
            all.append(content, at, each.getKey()).append(each.getValue());
            at = each.getKey() + each.getValue().skip;
        }
        return all.append(content, at, content.length()).toString();
    }
}
