package io.zhijian.semantics.docx;

import io.zhijian.base.Refusal;
import io.zhijian.semantics.docx.pack.References;
import io.zhijian.semantics.docx.pack.Tags;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the text of a part, and keeps of each character where it stands. Deleted words are not read, inserted ones are. */
final class Story {

    /** What is not shown: words taken away, and the second telling of a shape for older programs; the reading aid of ruby. */
    private static final Set<String> UNREAD = Set.of("del", "moveFrom", "Fallback", "rt");

    private final String content;
    private final String prefix;
    private final Tags tags;
    private final Deque<String> open = new ArrayDeque<>();
    private final Deque<Frame> frames = new ArrayDeque<>();
    private final Runs runs;
    private final FirstParagraph first = new FirstParagraph();
    private int unread;
    private String note = "";
    private int characters;

    @Nullable
    private Piece piece;

    Story(String content, String prefix) {
        this.content = content;
        this.prefix = prefix;
        this.tags = new Tags(content);
        this.runs = new Runs(content, tags);
        frames.push(new Frame());
    }

    List<Glyph> read() {
        while (tags.next()) {
            switch (tags.kind()) {
                case START -> start();
                case EMPTY -> empty();
                case END -> end();
                case TEXT -> text();
                case OTHER -> {}
            }
        }
        return frames.getLast().glyphs();
    }

    /** The runs that refer to notes, by the note's kind and number. */
    Map<String, Run> references() {
        return runs.references();
    }

    FirstParagraph first() {
        return first;
    }

    /** The name without the prefix of words' own namespace; with its prefix for any other. */
    private String word() {
        String name = tags.name();
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }

    private void start() {
        String word = word();
        if (unread > 0 || UNREAD.contains(tags.local())) {
            unread++;
            return;
        }
        boolean inRun = isIn("r");
        switch (word) {
            case "r" -> runs.start();
            case "t" -> piece = inRun ? runs.text(note, frames.size() > 1) : null;
            case "txbxContent" -> frames.push(new Frame());
            case "footnote", "endnote" -> note = word + tags.attribute("id").orElse("");
            case "p", "pPr" -> paragraph(word);
            default -> leaf(word);
        }
        if (inRun && word.equals("rPr")) {
            runs.startProperties();
        }
        open.push(word);
    }

    private void paragraph(String word) {
        if (word.equals("p") && frames.size() == 1) {
            first.starts(tags.to());
        } else if (word.equals("pPr") && isIn("p")) {
            first.propertiesStart(tags.from(), content);
        }
    }

    /** Whether this is the element around. Properties that were changed hold the former ones, under the same names. */
    private boolean isIn(String word) {
        return word.equals(open.peek());
    }

    private void empty() {
        if (unread > 0) {
            return;
        }
        String word = word();
        leaf(word);
        if (word.equals("p")) {
            first.isEmpty(tags.from(), tags.to(), tags.name(), frames.size() == 1);
            frame().paragraphEnd();
        } else if (word.equals("pPr") && isIn("p")) {
            first.propertiesStart(tags.from(), content);
            first.propertiesEnd(tags.to());
        } else if (word.equals("rPr") && isIn("r")) {
            runs.startProperties();
            runs.endProperties();
        }
        childEnds();
    }

    /** Elements that stand for a character, or for a note. */
    private void leaf(String word) {
        switch (word) {
            case "tab", "ptab" -> between('\t');
            case "br", "cr" -> between('\n');
            case "noBreakHyphen" -> between('-');
            case "footnoteReference", "endnoteReference" ->
                runs.refersTo(
                        word.replace("Reference", "") + tags.attribute("id").orElse(""));
            default -> {}
        }
    }

    private void between(char c) {
        // tab stops of a paragraph's properties have the same name
        if (isIn("r")) {
            frame().add(Glyph.between(c));
        }
    }

    private void end() {
        if (unread > 0) {
            unread--;
            childEnds();
            return;
        }
        String word = open.pop();
        switch (word) {
            case "t" -> endText();
            case "r" -> runs.end();
            case "rPr", "pPr" -> endProperties(word);
            case "p" -> frame().paragraphEnd();
            case "tc" -> frame().cellEnd();
            case "tr" -> frame().rowEnd();
            case "txbxContent" -> {
                Frame box = frames.pop();
                frame().box(box);
            }
            default -> {}
        }
        childEnds();
    }

    private void endText() {
        if (piece != null) {
            piece.endFrom = tags.from();
            piece.endTo = tags.to();
            piece = null;
        }
    }

    private void endProperties(String word) {
        if (word.equals("rPr") && isIn("r")) {
            runs.endProperties();
        } else if (word.equals("pPr") && isIn("p")) {
            first.propertiesEnd(tags.to());
        }
    }

    private void childEnds() {
        if (isIn("r") && unread == 0) {
            runs.childEnds();
        }
    }

    private void text() {
        if (piece == null || unread > 0) {
            return;
        }
        References.each(content, tags.from(), tags.to(), this::add);
    }

    private void add(char c, int from, int to) {
        if (++characters > Docx.MOST_CHARACTERS) {
            throw Refusal.invalid("docx.too-long", Docx.MOST_CHARACTERS);
        }
        frame().add(new Glyph(c, from, to, piece));
    }

    private Frame frame() {
        return frames.getFirst();
    }
}
