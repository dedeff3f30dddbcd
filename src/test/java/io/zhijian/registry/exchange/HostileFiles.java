package io.zhijian.registry.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;

/** Files nobody should be able to do harm with, each with what the person must be told: a refusal, or a cell's problem. */
final class HostileFiles {

    /** @param told code of the refusal, or key of the problem of a cell, or "fine" where it is simply taken */
    record Hostile(String name, byte[] content, String told) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String HEAD =
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>名称</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>简介</t></is></c></row>";

    private HostileFiles() {}

    static List<Hostile> all() {
        List<Hostile> all = new ArrayList<>();
        containers(all);
        packages(all);
        cells(all);
        texts(all);
        return all;
    }

    private static void containers(List<Hostile> all) {
        all.add(new Hostile("empty", new byte[0], "exchange.file.empty"));
        all.add(new Hostile("100 MB", new byte[100 << 20], "exchange.file.too-large"));
        all.add(new Hostile("noise", noise(), "exchange.file.not-table"));
        all.add(new Hostile("old xls", ole("Workbook"), "exchange.file.old-xls"));
        all.add(new Hostile("encrypted xlsx", ole("EncryptedPackage"), "exchange.file.encrypted"));
        all.add(new Hostile(
                "html renamed", utf8("<html><table><tr><td>名称</td></tr></table></html>"), "exchange.file.html"));
        all.add(new Hostile("xml spreadsheet", utf8("<?xml version=\"1.0\"?><Workbook/>"), "exchange.file.xml"));
        all.add(new Hostile("pdf renamed", utf8("%PDF-1.7\n名称"), "exchange.file.not-table"));
        all.add(new Hostile("zip without a book", zip(Map.of("a.txt", "x")), "exchange.file.not-excel"));
        all.add(new Hostile("docx renamed", zip(Map.of("word/document.xml", "<a/>")), "exchange.file.other-office"));
        all.add(new Hostile("xlsb renamed", zip(Map.of("xl/workbook.bin", "x")), "exchange.file.xlsb"));
        byte[] whole = book(HEAD, "");
        all.add(new Hostile("cut short", java.util.Arrays.copyOf(whole, whole.length / 2), "exchange.file.damaged"));
    }

    private static void packages(List<Hostile> all) {
        all.add(new Hostile("macros", with("xl/vbaProject.bin", "x"), "exchange.file.macro"));
        all.add(new Hostile("zip slip", with("../../etc/cron.d/x", "x"), "exchange.file.damaged"));
        all.add(new Hostile(
                "zip bomb", with("xl/media/a.xml", "<a>" + " ".repeat(40 << 20) + "</a>"), "exchange.file.bomb"));
        all.add(new Hostile(
                "entity bomb",
                with("xl/theme/a.xml", "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>"),
                "exchange.file.dtd"));
        all.add(new Hostile(
                "external entity",
                with(
                        "xl/sharedStrings.xml",
                        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><sst><si><t>&x;</t></si></sst>"),
                "exchange.file.dtd"));
        all.add(new Hostile(
                "deep nesting",
                with("xl/theme/a.xml", "<a>".repeat(5_000) + "</a>".repeat(5_000)),
                "exchange.file.bomb"));
        all.add(new Hostile("thousands of parts", parts(3_000), "exchange.file.bomb"));
        all.add(new Hostile(
                "external link",
                with(
                        "xl/externalLinks/externalLink1.xml",
                        "<externalLink xmlns=\"" + MAIN + "\"/>",
                        row(2, text("A", "甲通"))),
                "fine"));
        all.add(new Hostile(
                "broken shared strings",
                book(HEAD + row(2, "<c r=\"A2\" t=\"s\"><v>99</v></c>"), ""),
                "exchange.file.damaged"));
        all.add(new Hostile("broken xml", book(HEAD + "<row r=\"2\"><c", ""), "exchange.file.damaged"));
        all.add(new Hostile(
                "column beyond the last",
                book(HEAD + row(2, "<c r=\"XFE2\"><v>1</v></c>"), ""),
                "exchange.file.damaged"));
        all.add(new Hostile(
                "16 384 columns",
                book(HEAD + row(2, text("A", "甲") + "<c r=\"XFD2\"><v>1</v></c>"), ""),
                "exchange.too-many-columns"));
        all.add(new Hostile("marked 机密", book(HEAD + row(2, text("A", "机密★10年")), ""), "marking.found"));
        all.add(new Hostile("only a picture", book("", ""), "exchange.file.no-rows"));
        all.add(new Hostile("headings only", book(HEAD, ""), "exchange.file.no-rows"));
        all.add(new Hostile(
                "wrong sheet",
                book(row(1, text("A", "车牌") + text("B", "里程")) + row(2, text("A", "渝A")), ""),
                "exchange.file.no-headings"));
        all.add(new Hostile(
                "a million blank rows", book(HEAD + row(2, text("A", "甲通")) + row(1_048_576, ""), ""), "fine"));
        all.add(new Hostile("too many rows", manyRows(), "exchange.too-many-rows"));
    }

    private static void cells(List<Hostile> all) {
        all.add(cell("formula with a stored value", "<c r=\"A2\" t=\"str\"><f>A9&amp;\"通\"</f><v>甲通</v></c>", "fine"));
        all.add(cell("formula without a value", "<c r=\"A2\"><f>A9</f></c>", "exchange.cell.formula-empty"));
        all.add(cell("command in a cell", text("A", "=cmd|'/c calc'!A0"), "exchange.cell.formula"));
        all.add(cell("error value", "<c r=\"A2\" t=\"e\"><v>#N/A</v></c>", "exchange.cell.error"));
        all.add(cell("NUL", text("A", "甲_x0000_通"), "registry.problem.control"));
        all.add(cell("half a surrogate", text("A", "甲_xD800_通"), "registry.problem.control"));
        all.add(cell("reversed direction", text("A", "甲\u202E通"), "registry.problem.bidi"));
        all.add(cell("endless name", text("A", "长".repeat(5_000)), "registry.problem.too-long"));
        all.add(cell("no name", text("B", "只有简介"), "registry.problem.required"));
        all.add(new Hostile(
                "duplicate keys",
                book(HEAD + row(2, text("A", "甲通")) + row(3, text("A", "甲 通").replace("A2", "A3")), ""),
                "exchange.cell.twice"));
        all.add(new Hostile(
                "merged cells",
                book(
                        HEAD + row(2, text("A", "甲通")) + row(3, text("B", "x").replace("B2", "B3")),
                        "<mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells>"),
                "exchange.cell.twice"));
        all.add(new Hostile(
                "hidden rows", book(HEAD + "<row r=\"2\" hidden=\"1\">" + text("A", "甲通") + "</row>", ""), "fine"));
        all.add(new Hostile(
                "duplicate headings", TestSheets.sheet(List.of(List.of("名称", "名称"), List.of("甲通", "乙通"))), "fine"));
        all.add(new Hostile("dates as text", groups("去年三月"), "registry.problem.shape"));
        all.add(new Hostile("a day that is none", groups("2026年13月45日"), "registry.problem.no-such-day"));
        all.add(new Hostile("dates of 1900", groups(LocalDate.of(1900, 1, 1)), "registry.problem.no-such-day"));
        all.add(new Hostile("full-width digits", groups("２０２６／３／５"), "fine"));
    }

    private static void texts(List<Hostile> all) {
        all.add(new Hostile("csv with NUL", utf8("名称,简介\n甲\0通,x\n"), "exchange.file.not-table"));
        all.add(new Hostile("csv with an open quotation mark", utf8("名称,简介\n\"甲通,x\n"), "exchange.file.quotes"));
        all.add(new Hostile(
                "csv injection", utf8("名称,简介\n甲通,\"=HYPERLINK(\"\"http://x\"\")\"\n"), "exchange.cell.formula"));
        all.add(new Hostile("csv in GB18030", "名称,简介\n甲通,说明\n".getBytes(Charset.forName("GB18030")), "fine"));
        all.add(new Hostile("csv with a mark", utf8("名称,简介\n甲通,秘密★5年\n"), "marking.found"));
    }

    private static Hostile cell(String name, String cell, String told) {
        return new Hostile(name, book(HEAD + row(2, cell), ""), told);
    }

    private static byte[] groups(Object day) {
        return TestSheets.sheet(List.of(List.of("名称", "发布日期", "规范发布日期"), List.of("甲通", "", day)));
    }

    private static String text(String column, String value) {
        return "<c r=\"%s2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>"
                .formatted(column, value.replace("&", "&amp;"));
    }

    private static String row(int number, String cells) {
        return "<row r=\"" + number + "\">"
                + cells.replace("A2\"", "A" + number + "\"").replace("B2\"", "B" + number + "\"") + "</row>";
    }

    private static Map<String, String> parts(String rows, String after) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Default Extension="xml" ContentType="application/xml"/>\
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
        parts.put("_rels/.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
                Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        parts.put("xl/workbook.xml", """
                <workbook xmlns="%s" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
                <sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>""".formatted(MAIN));
        parts.put("xl/_rels/workbook.xml.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
                Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData>" + after + "</worksheet>");
        return parts;
    }

    private static byte[] book(String rows, String after) {
        return zip(parts(rows, after));
    }

    private static byte[] with(String part, String content) {
        return with(part, content, row(2, text("A", "甲通")));
    }

    private static byte[] with(String part, String content, String rows) {
        Map<String, String> parts = parts(HEAD + rows, "");
        parts.put(part, content);
        return zip(parts);
    }

    private static byte[] parts(int count) {
        Map<String, String> parts = parts(HEAD, "");
        for (int i = 0; i < count; i++) {
            parts.put("xl/media/" + i, "");
        }
        return zip(parts);
    }

    private static byte[] manyRows() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Workbook book = new Workbook(out, "test", "1.0");
            var sheet = book.newWorksheet("表");
            sheet.value(0, 0, "名称");
            for (int i = 1; i <= 100_100; i++) {
                sheet.value(i, 0, "甲" + i);
            }
            book.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] noise() {
        byte[] noise = new byte[5_000];
        new java.util.Random(7).nextBytes(noise);
        return noise;
    }

    private static byte[] ole(String stream) {
        byte[] file = new byte[4_096];
        byte[] head = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(head, 0, file, 0, head.length);
        byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, file, 1_024, name.length);
        return file;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
