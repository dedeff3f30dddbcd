package io.zhijian.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** The secrets of one installation: files of mode 0600 in {@code <data>/secrets}, made at random when first asked for. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private final Path directory;

    public Secrets(Path data) {
        this.directory = data.resolve("secrets");
    }

    /** A secret of 32 random bytes, in URL-safe Base64; the same one at every start. */
    public String get(String name) {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        return get(name, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** The stored secret, or, where there is none yet, this one, which is stored. */
    public String get(String name, String initial) {
        Path file = directory.resolve(name);
        try {
            createDirectory();
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            try (var channel = Files.newByteChannel(
                    file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
                channel.write(java.nio.ByteBuffer.wrap(initial.getBytes()));
            } catch (FileAlreadyExistsException alreadyMade) {
                return Files.readString(file).strip();
            }
            return initial;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the secret " + file, e);
        }
    }

    /** The file a secret is kept in, for programs that read a password from a file. */
    public Path file(String name) {
        get(name);
        return directory.resolve(name);
    }

    private void createDirectory() throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory.getParent());
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }
}
