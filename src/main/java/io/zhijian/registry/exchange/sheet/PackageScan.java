package io.zhijian.registry.exchange.sheet;

import io.zhijian.base.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Goes once through an .xlsx package, part by part, and refuses what would harm or mislead the reading of it. */
final class PackageScan {

    private static final int MOST_PARTS = 2_000;
    private static final long MOST_UNPACKED = 700L << 20;

    /** A part that unpacks to many times its size is no register; small ones may. */
    private static final int MOST_RATIO = 100;

    private static final long RATIO_FROM = 8L << 20;

    private final Path file;
    private final MarkSearch marks;
    private final Set<String> notes = new TreeSet<>();
    private long unpacked;

    PackageScan(Path file, MarkSearch marks) {
        this.file = file;
        this.marks = marks;
    }

    Set<String> scan() throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            boolean book = names(zip);
            if (!book) {
                throw Refusal.invalid("exchange.file.not-excel");
            }
            PartScan parts = new PartScan(marks, notes);
            // texts first: cells point at them by number
            ZipArchiveEntry texts = zip.getEntry("xl/sharedStrings.xml");
            if (texts != null) {
                part(zip, texts, parts);
            }
            for (Enumeration<ZipArchiveEntry> each = zip.getEntries(); each.hasMoreElements(); ) {
                ZipArchiveEntry entry = each.nextElement();
                if (entry != texts && isXml(entry.getName())) {
                    part(zip, entry, parts);
                }
            }
        } catch (RuntimeException e) {
            throw SheetFile.damaged(e);
        }
        return notes;
    }

    /** Whether there is a workbook among the parts. */
    private boolean names(ZipFile zip) {
        Set<String> seen = new HashSet<>();
        boolean book = false;
        for (Enumeration<ZipArchiveEntry> each = zip.getEntries(); each.hasMoreElements(); ) {
            ZipArchiveEntry entry = each.nextElement();
            String name = entry.getName().toLowerCase(Locale.ROOT);
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw Refusal.invalid("exchange.file.encrypted");
            }
            if (!seen.add(name) || name.contains("..") || name.startsWith("/") || name.contains("\\")) {
                throw Refusal.invalid("exchange.file.damaged");
            }
            if (seen.size() > MOST_PARTS) {
                throw Refusal.invalid("exchange.file.bomb");
            }
            kind(name);
            book |= name.equals("xl/workbook.xml");
        }
        return book;
    }

    private void kind(String name) {
        if (name.endsWith("vbaproject.bin") || name.startsWith("xl/macrosheets/")) {
            throw Refusal.invalid("exchange.file.macro");
        }
        if (name.equals("xl/workbook.bin")) {
            throw Refusal.invalid("exchange.file.xlsb");
        }
        if (name.equals("word/document.xml") || name.equals("content.xml") || name.equals("ppt/presentation.xml")) {
            throw Refusal.invalid("exchange.file.other-office");
        }
        if (name.startsWith("xl/externallinks/")) {
            notes.add("external");
        }
        if (name.startsWith("xl/embeddings/")) {
            notes.add("embedded");
        }
    }

    private static boolean isXml(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xml") || lower.endsWith(".rels") || lower.endsWith(".vml");
    }

    private void part(ZipFile zip, ZipArchiveEntry entry, PartScan parts) throws IOException {
        try (InputStream in = new Bounded(zip.getInputStream(entry), Math.max(1, entry.getCompressedSize()))) {
            parts.scan(entry.getName(), in);
        }
    }

    /** Counts what really comes out, since what a package says of its sizes may be false. */
    private final class Bounded extends FilterInputStream {

        private final long packed;
        private long out;

        Bounded(InputStream in, long packed) {
            super(in);
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) {
            out += bytes;
            unpacked += bytes;
            if (unpacked > MOST_UNPACKED || out > RATIO_FROM && out / packed > MOST_RATIO) {
                throw Refusal.invalid("exchange.file.bomb");
            }
        }
    }
}
