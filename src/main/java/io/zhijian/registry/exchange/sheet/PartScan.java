package io.zhijian.registry.exchange.sheet;

import io.zhijian.base.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads one XML part of a package: gathers its texts, refuses a document type, checks that cells are where they can be. */
final class PartScan {

    private static final Pattern REF = Pattern.compile("([A-Z]{1,3})(\\d{1,7})");
    private static final Pattern SECTION = Pattern.compile("&[LCR]");
    private static final int DEEPEST = 200;
    private static final int LAST_COLUMN = 16_384;
    private static final int MOST_ARRAYS = 1_000;

    private final XMLInputFactory factory = BookParts.xml();
    private final MarkSearch marks;
    private final Set<String> notes;
    private int texts;
    private int arrays;

    PartScan(MarkSearch marks, Set<String> notes) {
        this.marks = marks;
        this.notes = notes;
    }

    void scan(String part, InputStream in) throws IOException {
        boolean sheet = part.startsWith("xl/worksheets/") && part.endsWith(".xml");
        boolean shared = part.equals("xl/sharedStrings.xml");
        boolean spoken = !part.endsWith(".rels") && !part.endsWith("styles.xml") && !part.contains("theme/");
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            int depth = 0;
            String type = "";
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw Refusal.invalid("exchange.file.dtd");
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > DEEPEST) {
                            throw Refusal.invalid("exchange.file.bomb");
                        }
                        type = sheet ? cell(reader, type) : started(reader, shared);
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(reader, spoken, type);
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        // runs of one rich text belong together
                        if (!reader.getLocalName().equals("t")
                                && !reader.getLocalName().equals("r")) {
                            marks.lineEnd();
                        }
                    }
                    default -> {}
                }
            }
            marks.finish();
            reader.close();
        } catch (XMLStreamException e) {
            throw Refusal.invalid("exchange.file.damaged");
        }
    }

    private String started(XMLStreamReader reader, boolean shared) {
        if (shared && reader.getLocalName().equals("si")) {
            texts++;
        } else if (reader.getLocalName().equals("sheet")) {
            marks.add(String.valueOf(reader.getAttributeValue(null, "name")));
        } else if (reader.getLocalName().equals("Override")
                && String.valueOf(reader.getAttributeValue(null, "ContentType")).contains("macroEnabled")) {
            throw Refusal.invalid("exchange.file.macro");
        }
        return "";
    }

    /** Gives the type of the cell whose value comes next: only of a text by number the number is checked. */
    private String cell(XMLStreamReader reader, String type) {
        switch (reader.getLocalName()) {
            case "c" -> {
                String ref = reader.getAttributeValue(null, "r");
                if (ref != null && !possible(ref)) {
                    throw Refusal.invalid("exchange.file.damaged");
                }
                String found = reader.getAttributeValue(null, "t");
                return found == null ? "n" : found;
            }
            case "f" -> {
                notes.add("formulas");
                if ("array".equals(reader.getAttributeValue(null, "t")) && ++arrays > MOST_ARRAYS) {
                    throw Refusal.invalid("exchange.file.bomb");
                }
                return type + "f";
            }
            case "v" -> {
                return type.endsWith("f") && type.length() > 1 ? type.substring(0, type.length() - 1) : type;
            }
            case "mergeCell" -> notes.add("merged");
            default -> {}
        }
        return "is".equals(reader.getLocalName()) || "t".equals(reader.getLocalName()) ? type : "";
    }

    private static boolean possible(String ref) {
        var match = REF.matcher(ref);
        return match.matches()
                && Merges.column(match.group(1)) < LAST_COLUMN
                && Integer.parseInt(match.group(2)) <= 1_048_576;
    }

    private void text(XMLStreamReader reader, boolean spoken, String type) {
        if (type.equals("s")) {
            String number = reader.getText().strip();
            if (!number.isEmpty() && (!number.matches("\\d{1,8}") || Integer.parseInt(number) >= texts)) {
                throw Refusal.invalid("exchange.file.damaged");
            }
        } else if (spoken && !type.equals("n")) {
            String text = reader.getText();
            marks.add(text.indexOf('&') >= 0 ? SECTION.matcher(text).replaceAll("\n") : text);
        }
    }
}
