package io.zhijian.semantics.docx.pack;

import io.zhijian.base.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * An XML part as characters; written again it has the same bytes.
 *
 * @param mark whether it begins with a byte order mark
 */
public record Text(String content, Charset charset, boolean mark) {

    private static final char MARK = '\uFEFF';

    /** By its mark, else UTF-8: what the XML declaration says is not believed. */
    public static Text of(byte[] bytes) {
        Charset charset = StandardCharsets.UTF_8;
        if (bytes.length > 1 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            charset = StandardCharsets.UTF_16BE;
        } else if (bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            charset = StandardCharsets.UTF_16LE;
        }
        try {
            String all = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            boolean mark = !all.isEmpty() && all.charAt(0) == MARK;
            return new Text(mark ? all.substring(1) : all, charset, mark);
        } catch (CharacterCodingException e) {
            throw Refusal.invalid("docx.damaged");
        }
    }

    public byte[] written(String changed) {
        return ((mark ? String.valueOf(MARK) : "") + changed).getBytes(charset);
    }
}
