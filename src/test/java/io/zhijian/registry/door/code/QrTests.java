package io.zhijian.registry.door.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** A code that is drawn is read again, from a photo as well; a hostile picture shows no code and costs little. */
class QrTests {

    private static final String TEXT = "https://example.org/q/oF2o6ErQctClKhi9OGPOwQ";

    private final QrReader reader = new QrReader();

    @Test
    void whatIsDrawnIsRead() {
        assertThat(reader.read(QrCode.of(TEXT).png())).hasValue(TEXT);
    }

    @Test
    void aLargeTiltedPhotoIsRead() throws IOException {
        BufferedImage code =
                ImageIO.read(new ByteArrayInputStream(QrCode.of(TEXT).png()));
        BufferedImage photo = new BufferedImage(4000, 3000, BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = photo.createGraphics();
        paper.setColor(new Color(214, 208, 196));
        paper.fillRect(0, 0, 4000, 3000);
        paper.rotate(0.15, 2000, 1500);
        paper.drawImage(code, 1200, 700, 1500, 1500, null);
        paper.dispose();
        assertThat(reader.read(encoded(photo, "jpeg"))).hasValue(TEXT);
    }

    @Test
    void theDrawingNamesWhatItLeadsTo() {
        assertThat(QrCode.of(TEXT).svg("\"甲\" <b>"))
                .contains("aria-label=\"&quot;甲&quot; &lt;b&gt;\"")
                .doesNotContain("<b>");
    }

    @Test
    void whateverElseIsSentShowsNoCode() throws IOException {
        BufferedImage empty = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
        byte[] png = QrCode.of(TEXT).png();
        byte[] noise = new byte[100_000];
        new Random(7).nextBytes(noise);
        assertThat(reader.read(new byte[0])).isEmpty();
        assertThat(reader.read(noise)).isEmpty();
        assertThat(reader.read(encoded(empty, "png"))).isEmpty();
        assertThat(reader.read(encoded(empty, "gif"))).as("no format of ours").isEmpty();
        assertThat(reader.read("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(reader.read(java.util.Arrays.copyOf(png, png.length / 2))).isEmpty();
        assertThat(reader.read(new byte[QrReader.MOST_BYTES + 1])).isEmpty();
    }

    @Test
    void aSmallFileThatSwellsToAHugePictureIsNotOpened() throws IOException {
        assertThat(reader.read(pngOf(100_000, 100_000))).isEmpty();
        assertThat(reader.read(pngOf(Integer.MAX_VALUE, Integer.MAX_VALUE))).isEmpty();
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** Only the head of a picture, which says how large it is. */
    private static byte[] pngOf(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(head);
        fields.writeBytes("IHDR");
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {8, 2, 0, 0, 0});
        CRC32 sum = new CRC32();
        sum.update(head.toByteArray());
        out.writeInt(13);
        out.write(head.toByteArray());
        out.writeInt((int) sum.getValue());
        return bytes.toByteArray();
    }
}
