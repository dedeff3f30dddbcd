package io.zhijian.registry.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** The same rows by this product's table and by Apache POI's streaming one; {@code bench/export/run} calls it. */
final class ExportBench {

    private static final int COLUMNS = 26;

    private ExportBench() {}

    /** One writer of the same rows. */
    private interface Writer {
        void write(Path file, int rows) throws IOException;
    }

    /** @param words which (ours or poi), rows, times; the last time counts */
    public static void main(String[] words) throws IOException {
        Writer writer = words[0].equals("ours") ? ExportBench::ours : ExportBench::poi;
        int rows = Integer.parseInt(words[1]);
        Path file = Files.createTempFile("export-bench", ".xlsx");
        long took = 0;
        for (int time = 0; time < Integer.parseInt(words[2]); time++) {
            ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
            long start = System.nanoTime();
            writer.write(file, rows);
            took = System.nanoTime() - start;
        }
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.printf(
                Locale.ROOT,
                "%-5s %d rows x %d columns: %.2f s, heap at most %d MB, file %.1f MB%n",
                words[0],
                rows,
                COLUMNS,
                took / 1e9,
                peak >> 20,
                Files.size(file) / 1e6);
        Files.delete(file);
    }

    private static void ours(Path file, int rows) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                Table table = Table.Format.XLSX.open(out, "公众账号")) {
            table.head(heads());
            for (int row = 0; row < rows; row++) {
                table.row(cells(row));
            }
        }
    }

    private static void poi(Path file, int rows) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                SXSSFWorkbook book = new SXSSFWorkbook(100)) {
            var day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            SXSSFSheet sheet = book.createSheet("公众账号");
            var first = sheet.createRow(0);
            List<String> heads = heads();
            for (int column = 0; column < heads.size(); column++) {
                first.createCell(column).setCellValue(heads.get(column));
            }
            for (int row = 0; row < rows; row++) {
                var line = sheet.createRow(row + 1);
                List<@Nullable Object> cells = cells(row);
                for (int column = 0; column < cells.size(); column++) {
                    var cell = line.createCell(column);
                    switch (cells.get(column)) {
                        case null -> {}
                        case LocalDate at -> {
                            cell.setCellValue(at);
                            cell.setCellStyle(day);
                        }
                        case Number number -> cell.setCellValue(number.doubleValue());
                        default -> cell.setCellValue(String.valueOf(cells.get(column)));
                    }
                }
            }
            book.write(out);
        }
    }

    private static List<String> heads() {
        List<String> heads = new ArrayList<>();
        for (int column = 0; column < COLUMNS; column++) {
            heads.add("栏目" + column);
        }
        return heads;
    }

    /** As accounts are: names and purposes differ, answers repeat. */
    private static List<@Nullable Object> cells(int row) {
        List<@Nullable Object> cells = new ArrayList<>(COLUMNS);
        cells.add("示例县融媒发布" + row);
        cells.add(row % 3 == 0 ? "微信公众号" : "抖音");
        cells.add("shili-" + row);
        cells.add("发布本县政务信息、回应群众关切，第 " + row + " 个");
        cells.add("示例省示例市示例县第" + row % 500 + "单位");
        cells.add((long) row * 7 % 100_000);
        cells.add(LocalDate.of(2026, 1, 1).plusDays(row % 300));
        while (cells.size() < COLUMNS - 1) {
            cells.add(cells.size() % 3 == 0 ? null : cells.size() % 2 == 0 ? "是" : "否");
        }
        cells.add(LocalDate.of(2026, 11, 1));
        return cells;
    }
}
