package io.zhijian.semantics.docx;

import io.zhijian.base.Refusal;
import io.zhijian.semantics.docx.pack.Parts;
import io.zhijian.semantics.docx.pack.Relations;
import io.zhijian.semantics.docx.pack.Tags;
import io.zhijian.semantics.docx.pack.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The body of a document with what hangs on it: notes, heads and feet of pages. */
final class Body {

    private static final Pattern NAMESPACE =
            Pattern.compile("xmlns(:[^\\s=]+)?\\s*=\\s*[\"']([^\"']*/wordprocessingml/(?:2006/)?main)[\"']");

    private final String part;
    private final Text source;
    private final String namespace;
    private final Relations relations;
    private final String relationBase;
    private final List<Glyph> glyphs = new ArrayList<>();
    private final FirstParagraph first;
    private final String text;

    private Body(Parts parts) {
        Relations.Relation main =
                Relations.of(parts, "").first("officeDocument").orElseThrow(() -> Refusal.invalid("docx.other"));
        this.part = main.target();
        this.relationBase = main.base();
        this.source = text(parts, part);
        this.namespace = namespace(source.content());
        this.relations = Relations.of(parts, part);
        Story story = story(source.content());
        glyphs.addAll(story.read());
        this.first = story.first();
        notes(parts, story, "footnotes");
        notes(parts, story, "endnotes");
        Set<String> seen = new HashSet<>();
        for (String type : List.of("header", "footer")) {
            relations.all(type).forEach(relation -> page(parts, relation.target(), seen));
        }
        StringBuilder all = new StringBuilder(glyphs.size());
        glyphs.forEach(glyph -> all.append(glyph.c()));
        this.text = all.toString().stripTrailing();
    }

    static Body read(Parts parts) {
        return new Body(parts);
    }

    private void notes(Parts parts, Story body, String type) {
        relations.first(type).filter(relation -> parts.has(relation.target())).ifPresent(relation -> {
            String content = text(parts, relation.target()).content();
            for (Glyph glyph : story(content).read()) {
                Piece piece = glyph.piece();
                if (piece != null) {
                    piece.where = Piece.Where.NOTE;
                    piece.outer = body.references().get(piece.note);
                }
                // a note that nothing refers to is not shown
                if (piece == null && !endsEmpty() || piece != null && piece.outer != null) {
                    glyphs.add(glyph);
                }
            }
        });
    }

    private void page(Parts parts, String target, Set<String> seen) {
        if (!parts.has(target)) {
            return;
        }
        List<Glyph> read = story(text(parts, target).content()).read();
        StringBuilder words = new StringBuilder();
        read.forEach(glyph -> words.append(glyph.c()));
        if (words.toString().isBlank() || !seen.add(words.toString().strip())) {
            return;
        }
        for (Glyph glyph : read) {
            Piece piece = glyph.piece();
            if (piece != null) {
                piece.where = Piece.Where.PAGE;
                piece.outer = null;
            }
            glyphs.add(glyph);
        }
    }

    /** Whether an empty line is the last thing said. */
    private boolean endsEmpty() {
        int size = glyphs.size();
        return size > 1
                && glyphs.get(size - 1).c() == '\n'
                && glyphs.get(size - 2).c() == '\n';
    }

    /** Only parts of this name have been looked through for marks, and found to be well-formed. */
    private static Text text(Parts parts, String name) {
        if (!name.toLowerCase(Locale.ROOT).endsWith(".xml")) {
            throw Refusal.invalid("docx.damaged");
        }
        return parts.text(name);
    }

    private static Story story(String content) {
        return new Story(content, prefix(content));
    }

    private static String root(String content) {
        Tags tags = new Tags(content);
        while (tags.next()) {
            if (tags.opens()) {
                return content.substring(tags.from(), tags.to());
            }
        }
        return "";
    }

    /** With its colon; empty where words' namespace is the default. */
    static String prefix(String content) {
        Matcher found = NAMESPACE.matcher(root(content));
        if (!found.find()) {
            throw Refusal.invalid("docx.other");
        }
        String prefix = found.group(1);
        return prefix == null ? "" : prefix.substring(1) + ":";
    }

    static String namespace(String content) {
        Matcher found = NAMESPACE.matcher(root(content));
        if (!found.find()) {
            throw Refusal.invalid("docx.other");
        }
        return found.group(2);
    }

    String text() {
        return text;
    }

    List<Glyph> glyphs() {
        return glyphs;
    }

    FirstParagraph first() {
        return first;
    }

    String part() {
        return part;
    }

    Text source() {
        return source;
    }

    String namespace() {
        return namespace;
    }

    Relations relations() {
        return relations;
    }

    String relationBase() {
        return relationBase;
    }

    /** What declares the prefix {@code w} on an element put into a part; empty where the part itself does. */
    static String declaration(String content) {
        return prefix(content).equals("w:") ? "" : " xmlns:w=\"" + namespace(content) + "\"";
    }
}
