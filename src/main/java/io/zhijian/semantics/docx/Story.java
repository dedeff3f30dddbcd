package io.zhijian.semantics.docx;

import io.zhijian.base.Refusal;
import io.zhijian.semantics.docx.pack.References;
import io.zhijian.semantics.docx.pack.Tags;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
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
    private final List<Run> runs = new ArrayList<>();
    private final Map<String, Run> references = new HashMap<>();
    private final FirstParagraph first = new FirstParagraph();
    private int unread;
    private int propertiesFrom;
    private String note = "";
    private int characters;

    @Nullable
    private Piece piece;

    Story(String content, String prefix) {
        this.content = content;
        this.prefix = prefix;
        this.tags = new Tags(content);
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
        return references;
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
        switch (word) {
            case "r" -> runs.add(new Run(tags.from(), tags.to(), content.substring(tags.from(), tags.to())));
            case "rPr" -> propertiesFrom = tags.from();
            case "t" -> startText();
            case "txbxContent" -> frames.push(new Frame());
            case "footnote", "endnote" -> note = word + tags.attribute("id").orElse("");
            default -> leaf(word);
        }
        if (word.equals("p") && frames.size() == 1) {
            first.starts(tags.to());
        }
        open.push(word);
    }

    private void startText() {
        if ("r".equals(open.peek())) {
            Piece started = new Piece(
                    runs.getLast(),
                    tags.name(),
                    tags.from(),
                    tags.to(),
                    tags.attribute("space").isPresent());
            started.note = note;
            if (frames.size() > 1) {
                started.where = Piece.Where.BOX;
            }
            if (runs.size() > 1) {
                started.outer = runs.getFirst();
            }
            piece = started;
        }
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
        } else if (word.equals("pPr") && "p".equals(open.peek())) {
            first.properties(tags.to());
        } else if (word.equals("rPr") && "r".equals(open.peek())) {
            properties(tags.from());
        }
        childEnds();
    }

    /** Elements that stand for a character, or for a note. */
    private void leaf(String word) {
        switch (word) {
            case "tab", "ptab" -> between('\t');
            case "br", "cr" -> between('\n');
            case "noBreakHyphen" -> between('-');
            case "footnoteReference", "endnoteReference" -> {
                if (!runs.isEmpty()) {
                    String kind = word.substring(0, word.indexOf("Reference"));
                    references.putIfAbsent(kind + tags.attribute("id").orElse(""), runs.getFirst());
                }
            }
            default -> {}
        }
    }

    private void between(char c) {
        // tab stops of a paragraph's properties have the same name
        if ("r".equals(open.peek())) {
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
            case "r" -> runs.removeLast().to = tags.to();
            case "rPr" -> endProperties();
            case "pPr" -> first.properties(tags.to());
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

    private void endProperties() {
        if ("r".equals(open.peek())) {
            properties(propertiesFrom);
        }
    }

    private void properties(int from) {
        Run run = runs.getLast();
        run.properties = content.substring(from, tags.to());
        run.contentFrom = tags.to();
    }

    private void childEnds() {
        if ("r".equals(open.peek()) && !runs.isEmpty() && unread == 0) {
            runs.getLast().contentTo = tags.to();
        }
    }

    private void text() {
        if (piece == null || unread > 0) {
            return;
        }
        boolean marked = content.startsWith("<![CDATA[", tags.from());
        if (marked) {
            // never cut in two
            String inside = content.substring(tags.from() + 9, tags.to() - 3);
            inside.chars().forEach(c -> add((char) c, tags.from(), tags.to()));
            return;
        }
        for (int at = tags.from(); at < tags.to(); ) {
            int next = content.charAt(at) == '&' ? content.indexOf(';', at) + 1 : at + 1;
            String shown =
                    next == at + 1 ? content.substring(at, next) : References.decoded(content.substring(at, next));
            for (int i = 0; i < shown.length(); i++) {
                add(shown.charAt(i), at, next);
            }
            at = next;
        }
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
