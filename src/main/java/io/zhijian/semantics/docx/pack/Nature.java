package io.zhijian.semantics.docx.pack;

import io.zhijian.base.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Tells by the first bytes what a file is, whatever it is called, and says so to whom it belongs. */
final class Nature {

    private static final byte[] OLE = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    private static final String ENCRYPTED = "EncryptedPackage";
    private static final String OLD_WORD = "WordDocument";

    private Nature() {}

    static void refuseWhatIsNoPackage(byte[] bytes) {
        if (starts(bytes, OLE)) {
            String all = new String(bytes, StandardCharsets.ISO_8859_1);
            if (all.contains(wide(ENCRYPTED))) {
                throw Refusal.invalid("docx.encrypted");
            }
            throw Refusal.invalid(all.contains(wide(OLD_WORD)) ? "docx.old" : "docx.other");
        }
        if (!starts(bytes, new byte[] {'P', 'K', 3, 4})) {
            throw Refusal.invalid("docx.other");
        }
    }

    /** What else a package may be, by the name of one of its parts. */
    static void refuse(String part) {
        if (part.matches("content\\.xml|ofd\\.xml|xl/.*|ppt/.*")) {
            throw Refusal.invalid("docx.other");
        }
        if (part.endsWith("vbaproject.bin")) {
            throw Refusal.invalid("docx.macro");
        }
    }

    private static boolean starts(byte[] bytes, byte[] with) {
        return bytes.length >= with.length && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }

    /** UTF-16 as it looks byte by byte. */
    private static String wide(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }
}
