package io.zhijian.semantics.docx;

import static io.zhijian.semantics.docx.TestDocx.paragraph;
import static io.zhijian.semantics.docx.TestDocx.run;
import static io.zhijian.semantics.docx.TestDocx.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhijian.base.Refusal;
import io.zhijian.base.Texts;
import io.zhijian.files.Markings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files nobody should be able to do harm with: each is refused in words, quickly. */
class HostileDocxTests {

    private static final Markings MARKINGS = Markings.read(Path.of("."));

    record Hostile(String name, byte[] content, String told) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Hostile> files() throws IOException {
        return Stream.of(
                new Hostile("empty", new byte[0], "docx.empty"),
                new Hostile("11 MB", new byte[11 << 20], "docx.too-large"),
                new Hostile("text renamed", utf8("每天打卡"), "docx.other"),
                new Hostile("pdf renamed", utf8("%PDF-1.7"), "docx.other"),
                new Hostile("rtf renamed", utf8("{\\rtf1 a}"), "docx.other"),
                new Hostile("old doc", ole("WordDocument"), "docx.old"),
                new Hostile("encrypted", ole("EncryptedPackage"), "docx.encrypted"),
                new Hostile("xls", ole("Workbook"), "docx.other"),
                new Hostile("encrypted entry", encryptedEntry(), "docx.encrypted"),
                new Hostile("zip", zip(Map.of("a.txt", "x")), "docx.other"),
                new Hostile("odt", zip(Map.of("mimetype", "x", "content.xml", "<a/>")), "docx.other"),
                new Hostile("ofd", zip(Map.of("OFD.xml", "<a/>")), "docx.other"),
                new Hostile("xlsx renamed", zip(Map.of("xl/workbook.xml", "<a/>")), "docx.other"),
                new Hostile("macros", with("word/vbaProject.bin", "x"), "docx.macro"),
                new Hostile("cut short", Arrays.copyOf(fine(), fine().length / 2), "docx.damaged"),
                new Hostile("100 000 entries", entries(100_000), "docx.bomb"),
                new Hostile("3 000 entries", entries(3_000), "docx.bomb"),
                new Hostile("zip slip", with("../../etc/cron.d/x", "x"), "docx.damaged"),
                new Hostile("absolute path", with("/etc/x", "x"), "docx.damaged"),
                new Hostile("backslash", with("word\\..\\x", "x"), "docx.damaged"),
                new Hostile("the same name twice", with("WORD/document.xml", "<a/>"), "docx.damaged"),
                new Hostile("bomb", with("word/styles.xml", "<a>" + " ".repeat(40 << 20) + "</a>"), "docx.bomb"),
                new Hostile("many small bombs", bombs(), "docx.bomb"),
                new Hostile("nesting", body("<w:p>".repeat(5_000) + "</w:p>".repeat(5_000)), "docx.bomb"),
                new Hostile(
                        "document type",
                        with("word/styles.xml", "<!DOCTYPE a [<!ENTITY b \"bb\">]><a>&b;</a>"),
                        "docx.dtd"),
                new Hostile(
                        "external entity",
                        document("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\""
                                + TestDocx.W + "\"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"),
                        "docx.dtd"),
                new Hostile("not well-formed", body("<w:p><w:r>"), "docx.damaged"),
                new Hostile("another root", document("<a/>"), "docx.other"),
                new Hostile("not UTF-8", damagedUtf8(), "docx.damaged"),
                new Hostile("body under another name", misnamed(), "docx.damaged"),
                new Hostile("unmerged content", chunk(), "docx.chunk"),
                new Hostile("marked", body(paragraph("机密★10年") + paragraph("正文")), "marking.found"),
                new Hostile("mark split among runs", body(paragraph("机", "密", "★", "10年")), "marking.found"),
                new Hostile(
                        "mark around deleted words",
                        body(paragraph("机", "<w:del><w:r><w:delText>械</w:delText></w:r></w:del>", "密★10年")),
                        "marking.found"),
                new Hostile(
                        "mark in deleted words",
                        body(paragraph("<w:del><w:r><w:delText>机密★10年</w:delText></w:r></w:del>")),
                        "marking.found"),
                new Hostile(
                        "mark in a cell",
                        body("<w:tbl><w:tr><w:tc>" + paragraph("秘密") + "</w:tc></w:tr></w:tbl>"),
                        "marking.found"),
                new Hostile(
                        "mark in the head",
                        TestDocx.of(paragraph("正文"))
                                .related("header", "hdr", paragraph("绝密"))
                                .bytes(),
                        "marking.found"),
                new Hostile(
                        "watermark",
                        TestDocx.of(paragraph("正文"))
                                .related(
                                        "header",
                                        "hdr",
                                        "<w:p><w:r><w:pict><v:textpath xmlns:v=\"v\" string=\"机密\"/></w:pict></w:r></w:p>")
                                .bytes(),
                        "marking.found"),
                new Hostile(
                        "mark in a comment",
                        TestDocx.of(paragraph("正文"))
                                .related("comments", "comments", "<w:comment>" + paragraph("机密★") + "</w:comment>")
                                .bytes(),
                        "marking.found"),
                new Hostile(
                        "mark in the properties",
                        with("docProps/core.xml", "<p><title>机密★5年</title></p>"),
                        "marking.found"),
                new Hostile(
                        "mark in an embedded document",
                        TestDocx.of(paragraph("正文"))
                                .part("word/embeddings/a.docx", body(paragraph("机密★10年")))
                                .bytes(),
                        "marking.found"));
    }

    @ParameterizedTest
    @MethodSource("files")
    @Timeout(20)
    void isRefusedInWords(Hostile file) {
        assertThatThrownBy(() -> Docx.read(file.content(), MARKINGS)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(file.told());
            assertThat(Texts.has("refusal." + refusal.code())).isTrue();
            assertThat(refusal.getCause()).isNull();
        });
    }

    /** As many tags as fit, none with what is asked for: time must grow with the length, not with its square. */
    @ParameterizedTest
    @ValueSource(strings = {"<w:p><w:r><w:t>a</w:t></w:r></w:p>", "<w:r><w:t/></w:r>", "<!--comment -->"})
    @Timeout(15)
    void aDenseDocumentIsReadInReasonableTime(String tag) {
        byte[] dense = body(paragraph("正文") + tag.repeat((4 << 20) / tag.length() - 100));
        Docx docx = Docx.read(dense, MARKINGS);
        assertThat(docx.commented(List.of(new Remark(0, 2, List.of("甲"))))).isNotEmpty();
    }

    /** Otherwise every refusal above might have another reason. */
    @Test
    void theSameDocumentWithoutTheHarmIsRead() {
        assertThat(Docx.read(fine(), MARKINGS).text()).isEqualTo("正文");
        assertThat(Docx.read(
                                TestDocx.of(paragraph("正文"))
                                        .part("word/embeddings/a.docx", fine())
                                        .part("word/embeddings/b.xlsx", utf8("PK?"))
                                        .bytes(),
                                MARKINGS)
                        .holdsMore())
                .isTrue();
    }

    private static byte[] fine() {
        return body(paragraph(run("正文")));
    }

    private static byte[] body(String body) {
        return TestDocx.of(body).bytes();
    }

    private static byte[] with(String part, String content) {
        return TestDocx.of(paragraph("正文")).part(part, content).bytes();
    }

    private static byte[] document(String xml) {
        return TestDocx.of("").part("word/document.xml", xml).bytes();
    }

    private static byte[] damagedUtf8() {
        byte[] xml = utf8("<w:document xmlns:w=\"" + TestDocx.W + "\">x</w:document>");
        xml[xml.length - 15] = (byte) 0xC3;
        return TestDocx.of("").part("word/document.xml", xml).bytes();
    }

    /** Parts that are not called XML are not looked through. */
    private static byte[] misnamed() {
        return TestDocx.of(paragraph("正文")).main("word/document.bin").bytes();
    }

    private static byte[] chunk() {
        return TestDocx.of(paragraph("正文")).related("aFChunk", "a", "").bytes();
    }

    private static byte[] bombs() {
        TestDocx docx = TestDocx.of(paragraph("正文"));
        for (int i = 0; i < 40; i++) {
            docx.part("customXml/item" + i + ".xml", "<a>" + " ".repeat(1 << 20) + "</a>");
        }
        return docx.bytes();
    }

    private static byte[] entries(int many) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(0);
            for (int i = 0; i < many; i++) {
                ZipEntry entry = new ZipEntry(Integer.toString(i, 36));
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(0);
                entry.setCrc(0);
                zip.putNextEntry(entry);
            }
        }
        return out.toByteArray();
    }

    private static byte[] zip(Map<String, String> parts) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        parts.forEach((name, content) -> all.put(name, utf8(content)));
        return TestDocx.zip(all);
    }

    /** The bit that says so, set in the first local and central header. */
    private static byte[] encryptedEntry() {
        byte[] bytes = fine();
        bytes[6] |= 1;
        for (int i = 0; i + 8 < bytes.length; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                bytes[i + 8] |= 1;
                return bytes;
            }
        }
        throw new IllegalStateException();
    }

    private static byte[] ole(String stream) {
        byte[] bytes = new byte[2_048];
        byte[] head = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(head, 0, bytes, 0, head.length);
        byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, bytes, 1_024, name.length);
        return bytes;
    }
}
