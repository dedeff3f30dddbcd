package io.zhijian.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Text under review: what the code makes must equal the file under {@code docs/generated/}. After a change that is
 * meant, {@code ./zhijian test -Dgolden=write} writes the files anew, and the diff is read in review.
 */
public final class Golden {

    private static final Path FOLDER = Path.of("docs/generated");

    private Golden() {}

    public static void check(String file, String actual) {
        check(FOLDER.resolve(file), actual);
    }

    /** The same for a generated file that stands elsewhere. */
    public static void check(Path path, String actual) {
        try {
            if ("write".equals(System.getProperty("golden"))) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, actual);
            }
            assertThat(Files.exists(path)).as("%s exists", path).isTrue();
            assertThat(actual).as("%s", path).isEqualTo(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
