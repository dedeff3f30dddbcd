package io.zhijian.registry.exchange.sheet;

import io.zhijian.base.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Comma-separated values (RFC 4180) as they are met: UTF-8 or GB18030, parted by comma, tab or semicolon. */
final class CsvFile implements SheetFile {

    /** Longer cells are no cells: a quotation mark was left open. */
    private static final int LONGEST = 100_000;

    private final Path file;
    private final Charset charset;
    private final char separator;

    CsvFile(Path file) throws IOException {
        this.file = file;
        this.charset = charset(file);
        this.separator = separator();
    }

    /** Refuses what is no text, and what bears a secrecy mark. */
    static void scan(Path file, MarkSearch marks) throws IOException {
        try (Reader in = reader(file, charset(file))) {
            char[] some = new char[16_384];
            for (int read = in.read(some); read > 0; read = in.read(some)) {
                for (int i = 0; i < read; i++) {
                    if (some[i] == 0) {
                        throw Refusal.invalid("exchange.file.not-table");
                    }
                    // each cell on a line of its own
                    some[i] = some[i] == ',' || some[i] == '\t' || some[i] == '"' ? '\n' : some[i];
                }
                marks.add(new String(some, 0, read));
            }
            marks.finish();
        }
    }

    @Override
    public List<String> sheets() {
        return List.of("CSV");
    }

    @Override
    public void read(String sheet, Predicate<Line> visitor) {
        try (Reader in = reader(file, charset)) {
            int count = 0;
            int[] next = {in.read()};
            for (int number = 1; next[0] >= 0; number++) {
                Line line = new Line(number, cells(in, next));
                if (line.blank()) {
                    continue;
                }
                if (++count > MOST_ROWS + 50) {
                    throw Refusal.invalid("exchange.too-many-rows", MOST_ROWS);
                }
                if (!visitor.test(line)) {
                    return;
                }
            }
        } catch (IOException e) {
            throw SheetFile.damaged(e);
        }
    }

    /** @param next the sign read ahead, negative at the end */
    private List<Cell> cells(Reader in, int[] next) throws IOException {
        List<Cell> cells = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean quoted = false;
        for (int sign = next[0]; ; sign = in.read()) {
            if (quoted) {
                if (sign < 0) {
                    throw Refusal.invalid("exchange.file.quotes");
                }
                if (sign != '"') {
                    text.append((char) sign);
                } else {
                    int after = in.read();
                    if (after == '"') {
                        text.append('"');
                    } else {
                        quoted = false;
                        if (ends(after, cells, text, in, next)) {
                            return cells;
                        }
                    }
                }
            } else if (sign == '"' && text.toString().isBlank()) {
                text.setLength(0);
                quoted = true;
            } else if (ends(sign, cells, text, in, next)) {
                return cells;
            }
            if (text.length() > LONGEST) {
                throw Refusal.invalid("exchange.file.quotes");
            }
        }
    }

    /** Takes one sign outside quotes; true at the end of the row. */
    private boolean ends(int sign, List<Cell> cells, StringBuilder text, Reader in, int[] next) throws IOException {
        if (sign != separator && sign != '\n' && sign != '\r' && sign >= 0) {
            text.append((char) sign);
            return false;
        }
        if (cells.size() < MOST_COLUMNS) {
            cells.add(cell(text.toString()));
        } else if (!text.toString().isBlank()) {
            throw Refusal.invalid("exchange.too-many-columns", MOST_COLUMNS);
        }
        text.setLength(0);
        if (sign == separator) {
            return false;
        }
        next[0] = sign < 0 ? -1 : in.read();
        if (sign == '\r' && next[0] == '\n') {
            next[0] = in.read();
        }
        return true;
    }

    /** The apostrophe that keeps a spreadsheet from running a cell is not part of it. */
    private static Cell cell(String text) {
        return Cell.text(text.matches("(?s)'[=+@\\t\\r-].*") ? text.substring(1) : text);
    }

    private char separator() throws IOException {
        try (BufferedReader in = new BufferedReader(reader(file, charset))) {
            StringBuilder first = new StringBuilder();
            for (int i = 0; i < 5; i++) {
                String line = in.readLine();
                first.append(line == null ? "" : line.substring(0, Math.min(20_000, line.length())));
            }
            char best = ',';
            for (char candidate : new char[] {'\t', ';'}) {
                best = count(first, candidate) > count(first, best) ? candidate : best;
            }
            return best;
        }
    }

    private static long count(StringBuilder text, char sign) {
        return text.chars().filter(c -> c == sign).count();
    }

    private static Charset charset(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(2);
            if (head.length == 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
                return StandardCharsets.UTF_16LE;
            }
        }
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            if (reads(file, charset)) {
                return charset;
            }
        }
        throw Refusal.invalid("exchange.file.not-table");
    }

    private static boolean reads(Path file, Charset charset) throws IOException {
        try (Reader in = reader(file, charset)) {
            char[] some = new char[16_384];
            while (in.read(some) > 0) {
                continue;
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Strict, and without the mark of byte order. */
    private static Reader reader(Path file, Charset charset) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        BufferedReader in = new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder));
        in.mark(1);
        if (in.read() != '\uFEFF') {
            in.reset();
        }
        return in;
    }

    @Override
    public void close() {}
}
