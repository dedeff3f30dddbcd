package io.zhijian.supervision.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * The type of the reports, without the code points of radicals.
 *
 * <p>The type draws 至 (U+81F3) and the radical ⾄ (U+2F84) with one glyph, and a PDF names each glyph by the first code
 * point it has: whoever searched or copied the report would get radicals for words.
 */
final class ReportType {

    /** The blocks of CJK and Kangxi radicals. */
    private static final long FIRST_RADICAL = 0x2E80;

    private static final long LAST_RADICAL = 0x2FDF;
    private static final int CMAP = 0x636D6170;
    private static final int GROUPED = 12;
    private static final int GROUP = 12;

    private ReportType() {}

    static InputStream weight(String weight) {
        String name = "/fonts/ttf/NotoSansSC/NotoSansSC-" + weight + ".ttf";
        try (InputStream in = Objects.requireNonNull(ReportType.class.getResourceAsStream(name))) {
            ByteBuffer font = ByteBuffer.wrap(in.readAllBytes());
            withoutRadicals(font);
            return new ByteArrayInputStream(font.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void withoutRadicals(ByteBuffer font) {
        int tables = font.getShort(4);
        for (int i = 0; i < tables; i++) {
            int record = 12 + i * 16;
            if (font.getInt(record) == CMAP) {
                int cmap = font.getInt(record + 8);
                int subtables = font.getShort(cmap + 2);
                for (int j = 0; j < subtables; j++) {
                    int subtable = cmap + font.getInt(cmap + 4 + j * 8 + 4);
                    if (font.getShort(subtable) == GROUPED) {
                        dropRadicals(font, subtable);
                    }
                }
            }
        }
    }

    /** Each group is a first and a last code point and the glyph of the first; what is kept moves up. */
    private static void dropRadicals(ByteBuffer font, int subtable) {
        int groups = font.getInt(subtable + 12);
        int kept = 0;
        for (int i = 0; i < groups; i++) {
            int at = subtable + 16 + i * GROUP;
            long first = Integer.toUnsignedLong(font.getInt(at));
            long last = Integer.toUnsignedLong(font.getInt(at + 4));
            int glyph = font.getInt(at + 8);
            if (first <= LAST_RADICAL && last >= FIRST_RADICAL) {
                if (first < FIRST_RADICAL) {
                    last = FIRST_RADICAL - 1;
                } else if (last > LAST_RADICAL) {
                    glyph += (int) (LAST_RADICAL + 1 - first);
                    first = LAST_RADICAL + 1;
                } else {
                    continue;
                }
            }
            int to = subtable + 16 + kept++ * GROUP;
            font.putInt(to, (int) first).putInt(to + 4, (int) last).putInt(to + 8, glyph);
        }
        font.putInt(subtable + 12, kept);
    }
}
