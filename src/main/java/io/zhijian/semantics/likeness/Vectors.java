package io.zhijian.semantics.likeness;

import io.zhijian.semantics.Embedder;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Vectors of meaning by the text they were made of, so that no text is embedded twice; may be kept in a file, which holds
 * no text, only its hash. Whatever was written of a file before a crash is read.
 */
public class Vectors implements AutoCloseable {

    private static final String HEAD = Embedder.MODEL + " records";

    private final Map<String, Meaning> known = new ConcurrentHashMap<>();
    private final int most;
    private Set<String> asked = ConcurrentHashMap.newKeySet();
    private volatile boolean remembers = true;
    private @Nullable DataOutputStream kept;
    private @Nullable Path file;

    /** In memory, as many as there come. */
    public Vectors() {
        this(Integer.MAX_VALUE);
    }

    /** In memory; begins anew once there are too many. */
    public Vectors(int most) {
        this.most = most;
    }

    Meaning of(String text) {
        String key = key(text);
        Meaning found = known.get(key);
        if (found == null) {
            found = Meaning.of(Embedder.embed(text));
            learn(key, found);
        }
        if (remembers && file != null) {
            asked.add(key);
        }
        return found;
    }

    private void learn(String key, Meaning meaning) {
        if (known.size() >= most) {
            known.clear();
        }
        if ((!remembers || known.putIfAbsent(key, meaning) == null) && file != null) {
            append(key, meaning);
        }
    }

    private synchronized void append(String key, Meaning meaning) {
        if (kept != null) {
            try {
                put(kept, key, meaning);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
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

    /** Opens a file of them; each new one is added to it at once. */
    public static Vectors kept(Path file) {
        Vectors vectors = read(file);
        vectors.write(file); // what a crash left half written goes
        vectors.open(file);
        return vectors;
    }

    private synchronized void open(Path where) {
        try {
            file = where;
            kept = new DataOutputStream(
                    new BufferedOutputStream(Files.newOutputStream(where, StandardOpenOption.APPEND), 1 << 12));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything so far has been asked for: what was not goes from the file, and memory is freed of all of them. */
    public synchronized void settle() {
        Path where = file;
        if (where == null || !remembers) {
            return;
        }
        if (known.keySet().retainAll(asked)) {
            close();
            write(where);
            open(where);
        }
        flush();
        remembers = false;
        known.clear();
        asked = Set.of();
    }

    /** Writes down what is not yet. */
    public synchronized void flush() {
        if (kept != null) {
            try {
                kept.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public synchronized void close() {
        if (kept != null) {
            try {
                kept.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            kept = null;
        }
    }

    /** Reads a file; one of another model is not used, one that is not there is empty, what stands half is left out. */
    public static Vectors read(Path file) {
        Vectors vectors = new Vectors();
        if (!Files.exists(file)) {
            return vectors;
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            if (in.readUTF().equals(HEAD)) {
                vectors.take(in);
            }
        } catch (EOFException halfARecord) {
            return vectors;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return vectors;
    }

    private void take(DataInputStream in) throws IOException {
        while (true) {
            String key = in.readUTF();
            float scale = in.readFloat();
            byte[] values = new byte[Embedder.DIMENSION];
            in.readFully(values);
            known.put(key, new Meaning(values, scale));
        }
    }

    /** Writes all vectors; the file is whole or as it was. */
    public void write(Path file) {
        Path half = file.resolveSibling(file.getFileName() + ".part");
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(half), 1 << 16))) {
            out.writeUTF(HEAD);
            for (var entry : known.entrySet()) {
                put(out, entry.getKey(), entry.getValue());
            }
            out.close();
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(DataOutputStream out, String key, Meaning meaning) throws IOException {
        out.writeUTF(key);
        out.writeFloat(meaning.scale());
        out.write(meaning.values());
    }
}
