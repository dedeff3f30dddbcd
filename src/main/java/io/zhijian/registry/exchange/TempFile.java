package io.zhijian.registry.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is gone as soon as it was read. */
record TempFile(Path path) implements AutoCloseable {

    static TempFile of(byte[] content) {
        try {
            Path path = Files.createTempFile("zhijian-import-", ".tmp");
            try {
                Files.write(path, content);
            } catch (IOException e) {
                Files.deleteIfExists(path);
                throw e;
            }
            return new TempFile(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
