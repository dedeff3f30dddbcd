package io.zhijian.registry.door.code;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** A QR code as a drawing (SVG) or a picture (PNG). */
public final class QrCode {

    /** Light modules around it, as ISO/IEC 18004 asks. */
    private static final int MARGIN = 4;

    private final ByteMatrix modules;

    private QrCode(ByteMatrix modules) {
        this.modules = modules;
    }

    /** Middle error correction: a print may lose a seventh of its modules. */
    public static QrCode of(String text) {
        try {
            return new QrCode(
                    Encoder.encode(text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                            .getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    /** @param title what it leads to, for those who do not see it */
    public String svg(String title) {
        int side = modules.getWidth() + 2 * MARGIN;
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                int run = run(x, y);
                if (run > 0) {
                    path.append('M').append(x + MARGIN).append(' ').append(y + MARGIN);
                    path.append('h').append(run).append("v1h-").append(run).append('z');
                    x += run;
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" role="img" aria-label="%2$s" \
                shape-rendering="crispEdges"><title>%2$s</title><path fill="#fff" d="M0 0h%1$dv%1$dH0z"/>\
                <path d="%3$s"/></svg>
                """.formatted(side, escaped(title), path);
    }

    /** Dark modules that follow each other from here to the right. */
    private int run(int x, int y) {
        int end = x;
        while (end < modules.getWidth() && modules.get(end, y) == 1) {
            end++;
        }
        return end - x;
    }

    /** At least 600 pixels wide, so that it prints sharply. */
    public byte[] png() {
        int side = modules.getWidth() + 2 * MARGIN;
        int scale = Math.ceilDiv(600, side);
        BufferedImage image = new BufferedImage(side * scale, side * scale, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, dark(x / scale - MARGIN, y / scale - MARGIN) ? 0xFF000000 : 0xFFFFFFFF);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    private boolean dark(int x, int y) {
        return x >= 0 && y >= 0 && x < modules.getWidth() && y < modules.getHeight() && modules.get(x, y) == 1;
    }

    /** For texts and attributes of XML. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
