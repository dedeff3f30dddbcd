package io.zhijian.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one byte form of the ledger: each field is its length (4 bytes, big-endian) and its bytes, in fixed order; an
 * absent field has length -1, so that absent and empty differ. See docs/decisions/0004-ledger-format.md.
 */
final class Canonical {

    private Canonical() {}

    static final class Writer {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

        Writer raw(byte... bytes) {
            out.writeBytes(bytes);
            return this;
        }

        Writer bytes(byte @Nullable [] bytes) {
            out.writeBytes(ByteBuffer.allocate(4)
                    .putInt(bytes == null ? -1 : bytes.length)
                    .array());
            return bytes == null ? this : raw(bytes);
        }

        Writer text(@Nullable String text) {
            return bytes(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
        }

        Writer number(long number) {
            return bytes(ByteBuffer.allocate(8).putLong(number).array());
        }

        Writer uuid(UUID id) {
            return bytes(ByteBuffer.allocate(16)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .array());
        }

        byte[] done() {
            return out.toByteArray();
        }
    }

    /** Reads what {@link Writer} wrote; anything else is an {@link IllegalArgumentException}. */
    static final class Reader {

        private final ByteBuffer in;

        Reader(byte[] bytes) {
            this.in = ByteBuffer.wrap(bytes);
        }

        byte raw() {
            need(1);
            return in.get();
        }

        byte @Nullable [] maybeBytes() {
            need(4);
            int length = in.getInt();
            if (length == -1) {
                return null;
            }
            need(length);
            byte[] bytes = new byte[length];
            in.get(bytes);
            return bytes;
        }

        byte[] bytes() {
            byte[] bytes = maybeBytes();
            if (bytes == null) {
                throw new IllegalArgumentException("a field that must stand is absent");
            }
            return bytes;
        }

        @Nullable
        String maybeText() {
            byte[] bytes = maybeBytes();
            return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
        }

        String text() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        long number() {
            return sized(8).getLong();
        }

        UUID uuid() {
            ByteBuffer bytes = sized(16);
            return new UUID(bytes.getLong(), bytes.getLong());
        }

        void end() {
            if (in.hasRemaining()) {
                throw new IllegalArgumentException(in.remaining() + " bytes too many");
            }
        }

        private ByteBuffer sized(int size) {
            byte[] bytes = bytes();
            if (bytes.length != size) {
                throw new IllegalArgumentException("a field of " + bytes.length + " bytes where " + size + " belong");
            }
            return ByteBuffer.wrap(bytes);
        }

        private void need(int count) {
            if (count < 0 || in.remaining() < count) {
                throw new IllegalArgumentException("too short");
            }
        }
    }
}
