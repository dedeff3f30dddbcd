package io.zhijian.registry.exchange.sheet;

import io.zhijian.base.Refusal;
import io.zhijian.files.Markings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

/**
 * Looks at an uploaded file before anything reads or keeps it: what it is by its bytes, whether it is safe to open, and
 * whether a secrecy mark stands anywhere in it. Says no in words a person can act on.
 */
public final class Guard {

    /** Larger uploads are refused. */
    public static final long MOST_BYTES = 32L << 20;

    private static final int HEAD = 8_192;
    private static final byte[] OLE = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private Guard() {}

    /** What is known of a file that passed; the notes are keys of words for the person. */
    public record Passed(Format format, Set<String> notes) {}

    public static Passed check(Path file, Markings markings) {
        try {
            long size = Files.size(file);
            if (size == 0) {
                throw Refusal.invalid("exchange.file.empty");
            }
            if (size > MOST_BYTES) {
                throw Refusal.invalid("exchange.file.too-large", MOST_BYTES >> 20);
            }
            byte[] head = head(file);
            if (starts(head, new byte[] {'P', 'K', 3, 4}) || starts(head, new byte[] {'P', 'K', 5, 6})) {
                return new Passed(Format.XLSX, new PackageScan(file, new MarkSearch(markings)).scan());
            }
            refuseKnown(file, head);
            CsvFile.scan(file, new MarkSearch(markings));
            return new Passed(Format.CSV, Set.of());
        } catch (IOException e) {
            throw SheetFile.damaged(e);
        }
    }

    private static void refuseKnown(Path file, byte[] head) throws IOException {
        if (starts(head, OLE)) {
            boolean encrypted = contains(Files.readAllBytes(file), ENCRYPTED);
            throw Refusal.invalid(encrypted ? "exchange.file.encrypted" : "exchange.file.old-xls");
        }
        String text =
                new String(head, StandardCharsets.ISO_8859_1).stripLeading().toLowerCase(java.util.Locale.ROOT);
        if (text.startsWith("<!doctype") || text.startsWith("<html") || text.contains("<table")) {
            throw Refusal.invalid("exchange.file.html");
        }
        if (text.startsWith("<?xml") || text.startsWith("\u00ef\u00bb\u00bf<?xml")) {
            throw Refusal.invalid("exchange.file.xml");
        }
        if (text.startsWith("%pdf")
                || text.startsWith("\u0089png")
                || text.startsWith("\u00ff\u00d8\u00ff")
                || text.startsWith("rar!")
                || text.startsWith("7z")
                || text.startsWith("{\\rtf")) {
            throw Refusal.invalid("exchange.file.not-table");
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean starts(byte[] bytes, byte[] with) {
        return bytes.length >= with.length && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            if (bytes[i] == wanted[0] && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
