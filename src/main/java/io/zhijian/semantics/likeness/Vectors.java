package io.zhijian.semantics.likeness;

import io.zhijian.semantics.Embedder;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Vectors of meaning by the text they were made of, so that no text is embedded twice; may be kept in a file. */
public final class Vectors {

    private final Map<String, Meaning> known = new ConcurrentHashMap<>();

    Meaning of(String text) {
        return known.computeIfAbsent(key(text), key -> Meaning.of(Embedder.embed(text)));
    }

    private static String key(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads a file written by {@link #write}; one of another model is not used, one that is not there is empty. */
    public static Vectors read(Path file) {
        Vectors vectors = new Vectors();
        if (!Files.exists(file)) {
            return vectors;
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            if (in.readUTF().equals(Embedder.MODEL)) {
                for (int left = in.readInt(); left > 0; left--) {
                    String key = in.readUTF();
                    float scale = in.readFloat();
                    vectors.known.put(key, new Meaning(in.readNBytes(Embedder.DIMENSION), scale));
                }
            }
            return vectors;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes all vectors; the file is whole or as it was. */
    public void write(Path file) {
        Path half = file.resolveSibling(file.getFileName() + ".part");
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(half), 1 << 16))) {
            out.writeUTF(Embedder.MODEL);
            out.writeInt(known.size());
            for (var entry : known.entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeFloat(entry.getValue().scale());
                out.write(entry.getValue().values());
            }
            out.close();
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
