package io.zhijian.semantics.docx;

import io.zhijian.base.Refusal;
import io.zhijian.files.Markings;
import io.zhijian.semantics.docx.pack.Parts;
import io.zhijian.semantics.docx.pack.Xml;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks through every part of a package for secrecy marks: texts shown or not, watermarks, properties, comments, deleted
 * words, names of parts, packages within. What was found is never told.
 */
final class MarkSearch {

    /** Where one line ends and another begins; runs of a paragraph belong together. */
    private static final Set<String> LINES =
            Set.of("p", "br", "cr", "tc", "tr", "comment", "footnote", "endnote", "textbox", "sdt");

    private final Markings markings;

    MarkSearch(Markings markings) {
        this.markings = markings;
    }

    static void refuse(Markings markings, CharSequence text) {
        if (markings.find(text.toString()).isPresent()) {
            throw Refusal.invalid("marking.found");
        }
    }

    void look(Parts parts) {
        look(parts, true);
    }

    private void look(Parts parts, boolean outermost) {
        refuse(markings, String.join("\n", parts.names()));
        for (String name : parts.names()) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.endsWith(".xml") || lower.endsWith(".rels") || lower.endsWith(".vml")) {
                part(parts.text(name).content());
            } else if (outermost && lower.contains("/embeddings/") && lower.matches(".*\\.(docx|xlsx|pptx)")) {
                within(parts.read(name));
            }
        }
    }

    private void within(byte[] embedded) {
        try {
            look(Parts.inside(embedded), false);
        } catch (Refusal refusal) {
            // what is embedded is not read; that it cannot be opened is no reason to refuse the rest
            if (!List.of("docx.damaged", "docx.encrypted").contains(refusal.code())) {
                throw refusal;
            }
        }
    }

    private void part(String content) {
        StringBuilder paragraphs = new StringBuilder();
        StringBuilder pieces = new StringBuilder();
        StringBuilder attributes = new StringBuilder();
        Xml.walk(content, reader -> {
            switch (reader.getEventType()) {
                case XMLStreamConstants.START_ELEMENT -> attributes(reader, attributes);
                case XMLStreamConstants.END_ELEMENT -> {
                    lineEnd(pieces);
                    if (LINES.contains(reader.getLocalName())) {
                        lineEnd(paragraphs);
                    } else if (reader.getLocalName().equals("tab")) {
                        paragraphs.append('\t');
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    paragraphs.append(reader.getText());
                    pieces.append(reader.getText());
                }
                default -> {}
            }
        });
        refuse(markings, paragraphs);
        refuse(markings, pieces);
        refuse(markings, attributes);
    }

    /** A watermark's words are an attribute; so are titles and descriptions of pictures. */
    private static void attributes(XMLStreamReader reader, StringBuilder all) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String value = reader.getAttributeValue(i);
            if (value.chars().anyMatch(c -> c > 0x7F)) {
                all.append(value).append('\n');
            }
        }
    }

    private static void lineEnd(StringBuilder text) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }
}
