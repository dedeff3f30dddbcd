package io.zhijian.registry.exchange;

import io.zhijian.files.Markings;
import io.zhijian.registry.exchange.sheet.Guard;
import io.zhijian.registry.exchange.sheet.SheetFile;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.Workbook;

/** Reads the same register by this product (its guard included), by POI's event reader and by POI's user model. */
public final class ImportBench {

    private ImportBench() {}

    public static void main(String[] words) throws Exception {
        Path file = Path.of(words[1]);
        if (words[0].equals("make")) {
            make(file, Integer.parseInt(words[2]));
            return;
        }
        long best = Long.MAX_VALUE;
        long cells = 0;
        for (int turn = 0; turn < 3; turn++) {
            long begun = System.nanoTime();
            cells = switch (words[0]) {
                case "ours" -> ours(file);
                case "poi-events" -> events(file);
                default -> model(file);
            };
            best = Math.min(best, System.nanoTime() - begun);
        }
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.printf(
                "%-11s %d cells, best of 3: %d ms, heap at most %d MB%n",
                words[0], cells, best / 1_000_000, peak >> 20);
    }

    private static void make(Path file, int rows) throws Exception {
        try (OutputStream out = Files.newOutputStream(file)) {
            Workbook book = new Workbook(out, "bench", "1.0");
            var sheet = book.newWorksheet("登记表");
            String[] heads = {"应用名称", "类型", "主办单位", "简介", "主要功能", "ICP备案号", "网络安全责任人", "人数"};
            for (int column = 0; column < heads.length; column++) {
                sheet.value(0, column, heads[column]);
            }
            for (int row = 1; row <= rows; row++) {
                sheet.value(row, 0, "批量应用" + row);
                sheet.value(row, 1, "App");
                sheet.value(row, 2, "示例单位" + row % 900);
                sheet.value(row, 3, "用于日常办公第" + row);
                sheet.value(row, 4, "通知、巡查、报名");
                sheet.value(row, 5, "渝ICP备20210" + (10_000 + row) + "号-1A");
                sheet.value(row, 6, "张三");
                sheet.value(row, 7, row);
            }
            book.finish();
        }
    }

    private static long ours(Path file) {
        long[] cells = {0};
        Guard.Passed passed = Guard.check(file, Markings.read(Path.of(".")));
        try (SheetFile sheets = SheetFile.open(file, passed.format())) {
            sheets.read(sheets.sheets().getFirst(), line -> {
                cells[0] += line.cells().size();
                return true;
            });
        }
        return cells[0];
    }

    private static long events(Path file) throws Exception {
        long[] cells = {0};
        try (OPCPackage book = OPCPackage.open(file.toFile(), org.apache.poi.openxml4j.opc.PackageAccess.READ)) {
            XSSFReader reader = new XSSFReader(book);
            var parser = org.apache.poi.util.XMLHelper.newXMLReader();
            parser.setContentHandler(new XSSFSheetXMLHandler(
                    reader.getStylesTable(),
                    new ReadOnlySharedStringsTable(book),
                    new XSSFSheetXMLHandler.SheetContentsHandler() {
                        @Override
                        public void startRow(int row) {}

                        @Override
                        public void endRow(int row) {}

                        @Override
                        public void cell(String reference, String value, XSSFComment comment) {
                            cells[0]++;
                        }
                    },
                    false));
            try (InputStream sheet = reader.getSheetsData().next()) {
                parser.parse(new org.xml.sax.InputSource(sheet));
            }
        }
        return cells[0];
    }

    private static long model(Path file) throws Exception {
        long cells = 0;
        try (XSSFWorkbook book = new XSSFWorkbook(file.toFile())) {
            for (Row row : book.getSheetAt(0)) {
                cells += row.getPhysicalNumberOfCells();
            }
        }
        return cells;
    }
}
