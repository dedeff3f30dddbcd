package io.zhijian.semantics.docx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Word documents part by part, as Word writes them and as it never would. */
public final class TestDocx {

    public static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String MAIN =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final StringBuilder types = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();

    private String main = "word/document.xml";

    private TestDocx() {}

    /** A document whose body holds this. */
    public static TestDocx of(String body) {
        TestDocx docx = new TestDocx();
        docx.part("word/document.xml", """
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <w:document xmlns:w="%s" xmlns:r="%s" xmlns:wps="wps" xmlns:mc="mc" xmlns:v="v"><w:body>%s<w:sectPr/></w:body></w:document>""".formatted(W, OFFICE, body));
        docx.types.append(override("word/document.xml", MAIN));
        docx.part("word/media/image1.png", "not really a picture");
        return docx;
    }

    public static String paragraph(String... runs) {
        StringBuilder all = new StringBuilder("<w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr>");
        for (String run : runs) {
            all.append(run.startsWith("<") ? run : run(run));
        }
        return all.append("</w:p>").toString();
    }

    public static String run(String text) {
        return "<w:r w:rsidR=\"00A1\"><w:rPr><w:b/><w:sz w:val=\"32\"/></w:rPr><w:t>" + text + "</w:t></w:r>";
    }

    public static byte[] saying(String... paragraphs) {
        StringBuilder body = new StringBuilder();
        for (String paragraph : paragraphs) {
            body.append(paragraph(run(paragraph)));
        }
        return of(body.toString()).bytes();
    }

    public TestDocx part(String name, String content) {
        return part(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public TestDocx part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    /** The body under another name. */
    TestDocx main(String name) {
        part(name, Objects.requireNonNull(parts.remove(main)));
        main = name;
        return this;
    }

    /** A part the body refers to, such as {@code comments} or {@code header}, with this in its root. */
    public TestDocx related(String type, String root, String inner) {
        String name = "word/" + type + ".xml";
        part(
                name,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<w:%s xmlns:w=\"%s\">%s</w:%s>"
                        .formatted(root, W, inner, root));
        relations.append(
                "<Relationship Id=\"r_%s\" Type=\"%s/%s\" Target=\"%s.xml\"/>".formatted(type, OFFICE, type, type));
        types.append(override(name, MAIN.replace("document.main", type)));
        return this;
    }

    private static String override(String name, String type) {
        return "<Override PartName=\"/%s\" ContentType=\"%s\"/>".formatted(name, type);
    }

    public byte[] bytes() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("[Content_Types].xml", utf8("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>%s</Types>""".formatted(types)));
        all.put(
                "_rels/.rels",
                utf8(relationships(
                        "<Relationship Id=\"rId1\" Type=\"" + OFFICE + "/officeDocument\" Target=\"" + main + "\"/>")));
        if (!relations.isEmpty()) {
            all.put("word/_rels/document.xml.rels", utf8(relationships(relations.toString())));
        }
        parts.forEach(all::putIfAbsent);
        return zip(all);
    }

    private static String relationships(String inner) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inner
                + "</Relationships>";
    }

    public static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
