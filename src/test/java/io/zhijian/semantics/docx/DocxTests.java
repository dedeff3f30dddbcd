package io.zhijian.semantics.docx;

import static io.zhijian.semantics.docx.TestDocx.paragraph;
import static io.zhijian.semantics.docx.TestDocx.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.files.Markings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xwpf.usermodel.XWPFComment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

/** Documents go in and come out: the words of a reader, the comments at their words, everything else as it was. */
class DocxTests {

    private static final Markings MARKINGS = Markings.read(Path.of("."));

    @BeforeEach
    void inChinese() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void inNoLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void wordsSplitAmongRunsAreWholeAndTheCommentSpansThem() throws IOException {
        byte[] given = TestDocx.of(paragraph("各村每天在群里接", "龙打", "卡，未回复的通报。")).bytes();
        Docx docx = Docx.read(given, MARKINGS);
        assertThat(docx.text()).isEqualTo("各村每天在群里接龙打卡，未回复的通报。");
        byte[] out = docx.commented(List.of(at(docx, "接龙打卡", "甲", "乙")));
        String body = part(out, "word/document.xml");
        assertThat(body)
                .contains("群里</w:t></w:r><w:commentRangeStart w:id=\"0\"/><w:r w:rsidR=\"00A1\"><w:rPr><w:b/>"
                        + "<w:sz w:val=\"32\"/></w:rPr><w:t xml:space=\"preserve\">接</w:t>")
                .contains(
                        "卡</w:t></w:r><w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r><w:r");
        assertThat(read(out).text()).isEqualTo(docx.text());
        assertThat(opened(out)).singleElement().satisfies(comment -> {
            assertThat(comment.getAuthor()).isEqualTo("指减");
            assertThat(comment.getText()).contains("甲", "乙");
        });
    }

    @Test
    void allOtherPartsStayByteForByteAndOnlyMarksAreLetIn() throws IOException {
        byte[] given = TestDocx.of(paragraph("每天打卡") + paragraph("没有问题"))
                .related("styles", "styles", "<w:style w:styleId=\"a\"/>")
                .bytes();
        Docx docx = Docx.read(given, MARKINGS);
        byte[] out = docx.commented(List.of(at(docx, "打卡", "甲")));
        Map<String, byte[]> before = parts(given);
        Map<String, byte[]> after = parts(out);
        assertThat(after.keySet()).containsAll(before.keySet()).contains("word/comments.xml");
        for (String same : List.of("_rels/.rels", "word/styles.xml", "word/media/image1.png")) {
            assertThat(after.get(same)).as(same).isEqualTo(before.get(same));
        }
        String stripped = part(out, "word/document.xml")
                .replaceAll("<w:comment[^>]*/>", "")
                .replace("<w:r></w:r>", "")
                .replace(
                        "<w:t xml:space=\"preserve\">每天</w:t></w:r><w:r w:rsidR=\"00A1\"><w:rPr><w:b/><w:sz w:val=\"32\"/>"
                                + "</w:rPr><w:t xml:space=\"preserve\">打卡",
                        "<w:t>每天打卡");
        assertThat(stripped).isEqualTo(part(given, "word/document.xml"));
        assertThat(docx.commented(List.of())).isEqualTo(given);
        assertThat(docx.commented(List.of(at(docx, "打卡", "甲"))))
                .as("the same again")
                .isEqualTo(out);
    }

    @Test
    void tablesAreReadRowByRowAndCommentedInTheirCells() throws IOException {
        String table = "<w:tbl><w:tblPr/><w:tr>" + cell("任务") + cell("要求") + "</w:tr><w:tr>" + cell("学习") + cell("每日打卡")
                + "</w:tr></w:tbl>";
        Docx docx = Docx.read(
                TestDocx.of(paragraph("安排如下：") + table + paragraph("完")).bytes(), MARKINGS);
        assertThat(docx.text()).isEqualTo("安排如下：\n\n任务 | 要求\n\n学习 | 每日打卡\n\n完");
        byte[] out = docx.commented(List.of(at(docx, "每日打卡", "甲")));
        assertThat(part(out, "word/document.xml"))
                .contains("<w:commentRangeStart w:id=\"0\"/>" + run("每日打卡") + "<w:commentRangeEnd w:id=\"0\"/>");
        assertThat(opened(out)).hasSize(1);
    }

    @Test
    void deletedWordsAreNotReadAndInsertedOnesAre() throws IOException {
        String body = paragraph(
                "请每日",
                "<w:del w:id=\"1\" w:author=\"甲\"><w:r><w:delText>自愿</w:delText></w:r></w:del>",
                "<w:ins w:id=\"2\" w:author=\"甲\">" + run("强制") + "</w:ins>",
                "<w:moveFrom w:id=\"3\" w:author=\"甲\">" + run("移走") + "</w:moveFrom>",
                "打卡");
        Docx docx = Docx.read(TestDocx.of(body).bytes(), MARKINGS);
        assertThat(docx.text()).isEqualTo("请每日强制打卡");
        byte[] out = docx.commented(List.of(at(docx, "强制打卡", "甲")));
        assertThat(part(out, "word/document.xml")).contains("自愿", "移走", "w:author=\"甲\"><w:commentRangeStart");
        assertThat(opened(out)).hasSize(1);
    }

    /** The former properties stand within the present ones, under the same names. */
    @Test
    void trackedChangesOfLooksAreKeptWhole() throws IOException {
        String look = "<w:rPr><w:b/><w:rPrChange w:id=\"5\" w:author=\"甲\"><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr>";
        String body = "<w:p><w:pPr><w:jc w:val=\"left\"/><w:pPrChange w:id=\"6\" w:author=\"甲\"><w:pPr><w:tabs>"
                + "<w:tab w:val=\"left\"/></w:tabs></w:pPr></w:pPrChange></w:pPr><w:r>" + look
                + "<w:t>每天打卡吧</w:t></w:r></w:p>";
        Docx docx = Docx.read(TestDocx.of(body).bytes(), MARKINGS);
        assertThat(docx.text()).isEqualTo("每天打卡吧");
        byte[] out = docx.commented(List.of(at(docx, "打卡", "甲"), new Remark(0, 0, List.of("乙"))));
        assertThat(part(out, "word/document.xml"))
                .contains("</w:pPrChange></w:pPr><w:r><w:commentReference w:id=\"1\"/></w:r><w:r><w:rPr>")
                .contains("<w:r>" + look + "<w:t xml:space=\"preserve\">打卡</w:t>")
                .contains("<w:r>" + look + "<w:t xml:space=\"preserve\">吧</w:t>");
        assertThat(opened(out)).hasSize(2);
    }

    @Test
    void aFirstParagraphWithoutPropertiesDoesNotTakeThoseOfTheNext() throws IOException {
        String body = "<w:p><w:r><w:t>甲</w:t></w:r></w:p>" + paragraph("乙");
        byte[] out = Docx.read(TestDocx.of(body).bytes(), MARKINGS).commented(List.of(new Remark(0, 0, List.of("丙"))));
        assertThat(part(out, "word/document.xml")).contains("<w:body><w:p><w:r><w:commentReference");
    }

    @Test
    void existingCommentsStayAndOursComeAfterThem() throws IOException {
        String body = paragraph(
                "<w:commentRangeStart w:id=\"7\"/>",
                "每天打卡",
                "<w:commentRangeEnd w:id=\"7\"/>",
                "<w:r><w:commentReference w:id=\"7\"/></w:r>");
        byte[] given = TestDocx.of(body)
                .related(
                        "comments",
                        "comments",
                        "<w:comment w:id=\"7\" w:author=\"王\"><w:p><w:r><w:t>再议</w:t></w:r></w:p></w:comment>")
                .bytes();
        Docx docx = Docx.read(given, MARKINGS);
        byte[] out = docx.commented(List.of(at(docx, "打卡", "甲"), at(docx, "每天", "乙")));
        assertThat(opened(out)).extracting(XWPFComment::getId).containsExactly("7", "8", "9");
        assertThat(opened(out).getFirst().getText()).isEqualTo("再议");
        assertThat(parts(out).keySet()).isEqualTo(parts(given).keySet());
    }

    @Test
    void textBoxesAreReadOnceAndTheCommentHangsWhereTheyDo() throws IOException {
        String box = "<w:txbxContent>" + paragraph("群内接龙打卡") + "</w:txbxContent>";
        String body = paragraph(
                "前",
                "<w:r><mc:AlternateContent><mc:Choice><wps:txbx>" + box + "</wps:txbx></mc:Choice><mc:Fallback><w:pict>"
                        + "<v:textbox>" + box + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
                "后");
        Docx docx = Docx.read(TestDocx.of(body).bytes(), MARKINGS);
        assertThat(docx.text()).isEqualTo("前后\n\n群内接龙打卡");
        byte[] out = docx.commented(List.of(at(docx, "接龙打卡", "甲")));
        assertThat(part(out, "word/document.xml"))
                .contains("<w:commentRangeStart w:id=\"0\"/><w:r><mc:Alt")
                .contains("</mc:AlternateContent></w:r><w:commentRangeEnd w:id=\"0\"/>");
        assertThat(part(out, "word/comments.xml")).contains("文本框中的：“接龙打卡”");
        assertThat(opened(out)).hasSize(1);
    }

    @Test
    void notesAndHeadsOfPagesAreReadAndTheirCommentsStandInTheBody() throws IOException {
        byte[] given = TestDocx.of(paragraph("正文", "<w:r><w:footnoteReference w:id=\"2\"/></w:r>", "。"))
                .related(
                        "footnotes",
                        "footnotes",
                        "<w:footnote w:id=\"2\">" + paragraph("注册率须达百分百") + "</w:footnote><w:footnote w:id=\"9\">"
                                + paragraph("无人引用") + "</w:footnote>")
                .related("header", "hdr", paragraph("每日打卡专班"))
                .bytes();
        Docx docx = Docx.read(given, MARKINGS);
        assertThat(docx.text()).isEqualTo("正文。\n\n注册率须达百分百\n\n每日打卡专班");
        byte[] out = docx.commented(List.of(at(docx, "注册率", "甲"), at(docx, "打卡", "乙"), new Remark(0, 0, List.of("丙"))));
        assertThat(part(out, "word/document.xml"))
                .contains(
                        "<w:commentRangeStart w:id=\"0\"/><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:commentRangeEnd")
                .contains(
                        "</w:pPr><w:r><w:commentReference w:id=\"1\"/></w:r><w:r><w:commentReference w:id=\"2\"/></w:r>");
        assertThat(part(out, "word/comments.xml")).contains("注释中的：“注册率”", "页眉或页脚中的：“打卡”");
        assertThat(parts(out).get("word/footnotes.xml")).isEqualTo(parts(given).get("word/footnotes.xml"));
        assertThat(opened(out)).hasSize(3);
    }

    @Test
    void referencesBlanksAndEntitiesAreNeverCutInTwo() throws IOException {
        String body = paragraph("<w:r><w:t>A&amp;B &#x6253;&#21345; </w:t><w:tab/><w:t>末</w:t></w:r>");
        Docx docx = Docx.read(TestDocx.of(body).bytes(), MARKINGS);
        assertThat(docx.text()).isEqualTo("A&B 打卡 \t末");
        byte[] out = docx.commented(List.of(at(docx, "打卡", "甲"), at(docx, "&", "乙"), at(docx, "末", "丙")));
        assertThat(read(out).text()).isEqualTo(docx.text());
        assertThat(part(out, "word/document.xml")).contains(">&#x6253;&#21345;<");
        assertThat(opened(out)).hasSize(3);
    }

    @Test
    void aMarkedSectionIsNeverCut() throws IOException {
        Docx docx = Docx.read(
                TestDocx.of(paragraph("<w:r><w:t><![CDATA[每天打卡]]></w:t></w:r>")).bytes(), MARKINGS);
        byte[] out = docx.commented(List.of(at(docx, "打卡", "甲")));
        assertThat(part(out, "word/document.xml")).contains("<![CDATA[每天打卡]]>");
        assertThat(read(out).text()).isEqualTo("每天打卡");
    }

    @Test
    void overlappingRemarksStandSideBySide() throws IOException {
        Docx docx = Docx.read(TestDocx.saying("每天在群里接龙打卡并截图"), MARKINGS);
        byte[] out = docx.commented(List.of(
                at(docx, "群里接龙", "甲"), at(docx, "接龙打卡", "乙"), at(docx, "接龙打卡", "丙"), at(docx, "每天在群里接龙打卡并截图", "丁")));
        assertThat(read(out).text()).isEqualTo(docx.text());
        assertThat(opened(out)).hasSize(4);
    }

    @Test
    void otherPrefixesAndEmptyParagraphsDoNotMatter() throws IOException {
        String xml = "<x:document xmlns:x=\"" + TestDocx.W + "\"><x:body><x:p/><x:p><x:r><x:t>每天打卡</x:t></x:r></x:p>"
                + "</x:body></x:document>";
        Docx docx = Docx.read(TestDocx.of("").part("word/document.xml", xml).bytes(), MARKINGS);
        byte[] out = docx.commented(List.of(at(docx, "打卡", "甲"), new Remark(0, 0, List.of("乙"))));
        assertThat(read(out).text()).isEqualTo("每天打卡");
        assertThat(opened(out)).hasSize(2);
        byte[] bare =
                TestDocx.of("<w:p/>").related("header", "hdr", paragraph("打卡")).bytes();
        Docx empty = Docx.read(bare, MARKINGS);
        assertThat(opened(empty.commented(List.of(at(empty, "打卡", "甲"))))).hasSize(1);
    }

    @Test
    void aDocumentThatPoiWroteComesBackOpenable() throws IOException {
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        try (XWPFDocument poi = new XWPFDocument()) {
            var paragraph = poi.createParagraph();
            paragraph.createRun().setText("全体干部每天在群里");
            var bold = paragraph.createRun();
            bold.setBold(true);
            bold.setText("接龙打卡");
            poi.createTable(2, 2).getRow(1).getCell(1).setText("须截图上报");
            poi.write(made);
        }
        Docx docx = Docx.read(made.toByteArray(), MARKINGS);
        assertThat(docx.text()).contains("全体干部每天在群里接龙打卡").contains("须截图上报");
        byte[] out = docx.commented(List.of(at(docx, "群里接龙", "甲"), at(docx, "截图", "乙")));
        assertThat(opened(out)).hasSize(2);
    }

    private static Remark at(Docx docx, String words, String... lines) {
        int from = docx.text().indexOf(words);
        assertThat(from).as(words).isNotNegative();
        return new Remark(from, from + words.length(), List.of(lines));
    }

    private static String cell(String text) {
        return "<w:tc><w:tcPr/>" + paragraph(text) + "</w:tc>";
    }

    private static Docx read(byte[] bytes) {
        return Docx.read(bytes, MARKINGS);
    }

    /** By another reader, which must find every part it is told of; gives the comments. */
    private static List<XWPFComment> opened(byte[] bytes) throws IOException {
        try (OPCPackage all = OPCPackage.open(new ByteArrayInputStream(bytes))) {
            for (var part : all.getParts()) {
                assertThat(part.getContentType())
                        .as(part.getPartName().getName())
                        .isNotEmpty();
                if (part.getPartName().isRelationshipPartURI()) {
                    continue;
                }
                for (var relation : part.getRelationships()) {
                    assertThat(part.getRelatedPart(relation))
                            .as(relation.getId())
                            .isNotNull();
                }
            }
        } catch (InvalidFormatException e) {
            throw new AssertionError(e);
        }
        try (XWPFDocument poi = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            return new ArrayList<>(List.of(poi.getComments()));
        }
    }

    private static String part(byte[] bytes, String name) throws IOException {
        return new String(parts(bytes).get(name), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> parts(byte[] bytes) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }
}
