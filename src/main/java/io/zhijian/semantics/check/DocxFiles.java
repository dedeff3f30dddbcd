package io.zhijian.semantics.check;

import io.zhijian.base.Refusal;
import io.zhijian.base.Texts;
import io.zhijian.files.Markings;
import io.zhijian.semantics.docx.Docx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where {@code check} puts the commented copies of Word documents: told before anything is read, never over an original. */
final class DocxFiles {

    static final String ENDING = ".docx";

    private final Path home;
    private final @Nullable Path out;
    private final boolean folder;
    private final boolean force;
    private @Nullable Markings markings;

    /**
     * @param files all that are to be checked
     * @param out a folder, or a file where there is one document only; empty: no copies
     */
    DocxFiles(List<String> files, Path home, String out, boolean force) {
        this.home = home;
        this.force = force;
        this.out = out.isEmpty() ? null : Path.of(out);
        List<Path> documents =
                files.stream().filter(DocxFiles::isDocument).map(Path::of).toList();
        this.folder = !out.toLowerCase(java.util.Locale.ROOT).endsWith(ENDING) || Files.isDirectory(Path.of(out));
        if (this.out != null && (documents.isEmpty() || !folder && documents.size() > 1)) {
            throw new IllegalArgumentException(Texts.t("docx.command.out"));
        }
        documents.forEach(this::refuseTarget);
    }

    static boolean isDocument(String file) {
        return file.toLowerCase(java.util.Locale.ROOT).endsWith(ENDING);
    }

    private void refuseTarget(Path document) {
        Path target = target(document);
        if (target == null || !Files.exists(target)) {
            return;
        }
        if (same(document, target)) {
            throw new IllegalArgumentException(Texts.t("docx.command.same", document));
        }
        if (!force) {
            throw new IllegalArgumentException(Texts.t("docx.command.exists", target));
        }
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.exists(one) && Files.isSameFile(one, other);
        } catch (IOException e) {
            return true;
        }
    }

    private @Nullable Path target(Path document) {
        if (out == null || !folder) {
            return out;
        }
        String name = document.getFileName().toString();
        String base = name.substring(0, name.length() - ENDING.length());
        return out.resolve(base + Texts.t("docx.file.commented") + ENDING);
    }

    Docx read(Path document) throws IOException {
        try {
            if (Files.size(document) > Docx.MOST_BYTES) {
                throw Refusal.invalid("docx.too-large", Docx.MOST_BYTES >> 20);
            }
            return Docx.read(Files.readAllBytes(document), markings());
        } catch (Refusal refusal) {
            throw new IllegalArgumentException(Texts.t("docx.command.refused", document, refusal.words()));
        }
    }

    private Markings markings() {
        Markings read = markings == null ? Markings.read(home) : markings;
        markings = read;
        return read;
    }

    /** Gives the copy's place; empty where none is asked for. */
    String write(Path document, Docx docx, Checked checked) {
        Path target = target(document);
        if (target == null) {
            return "";
        }
        try {
            if (folder) {
                Files.createDirectories(target.toAbsolutePath().getParent());
            }
            Files.write(target, docx.commented(Remarks.of(checked)));
        } catch (IOException e) {
            throw new IllegalArgumentException(Texts.t("docx.command.written", target));
        }
        return target.toString();
    }
}
