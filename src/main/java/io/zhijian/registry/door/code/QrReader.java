package io.zhijian.registry.door.code;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.springframework.stereotype.Component;

/**
 * Reads the QR code in a picture. The size stands in the picture's head and is looked at first; a large one is read at a
 * fraction of its pixels, so that no picture takes more memory than a small one.
 */
@Component
public class QrReader {

    /** Largest picture, in bytes: what a phone's camera makes. */
    public static final int MOST_BYTES = 8 << 20;

    private static final long MOST_PIXELS = 60_000_000;
    private static final int READ_PIXELS = 1_500_000;
    private static final Set<String> FORMATS = Set.of("jpeg", "png");

    /** Pictures are read two at a time; more wait. */
    private final Semaphore turns = new Semaphore(2, true);

    QrReader() {
        // no files on the disk while a picture is read
        ImageIO.setUseCache(false);
    }

    /** The text of the code, or nothing where the picture is none, is too large, or shows no code. */
    public Optional<String> read(byte[] picture) {
        if (picture.length == 0 || picture.length > MOST_BYTES) {
            return Optional.empty();
        }
        turns.acquireUninterruptibly();
        try {
            return image(picture).flatMap(QrReader::code);
        } catch (IOException | RuntimeException broken) {
            // whatever a hostile picture does to the reader, it shows no code
            return Optional.empty();
        } finally {
            turns.release();
        }
    }

    private static Optional<BufferedImage> image(byte[] picture) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return FORMATS.contains(reader.getFormatName().toLowerCase(java.util.Locale.ROOT))
                        ? reduced(reader)
                        : Optional.empty();
            } finally {
                reader.dispose();
            }
        }
    }

    private static Optional<BufferedImage> reduced(ImageReader reader) throws IOException {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS) {
            return Optional.empty();
        }
        int step = (int) Math.ceil(Math.sqrt((double) pixels / READ_PIXELS));
        ImageReadParam how = reader.getDefaultReadParam();
        how.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
        return Optional.of(reader.read(0, how));
    }

    private static Optional<String> code(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        BinaryBitmap bitmap =
                new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, onWhite(pixels))));
        try {
            return Optional.of(new QRCodeReader()
                    .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))
                    .getText());
        } catch (ReaderException none) {
            return Optional.empty();
        }
    }

    /** See-through parts count as white. */
    private static int[] onWhite(int[] pixels) {
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i] >>> 24 < 128) {
                pixels[i] = 0xFFFFFFFF;
            }
        }
        return pixels;
    }
}
