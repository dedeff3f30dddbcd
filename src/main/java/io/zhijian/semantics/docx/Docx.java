package io.zhijian.semantics.docx;

import io.zhijian.base.Refusal;
import io.zhijian.files.Markings;
import io.zhijian.semantics.docx.pack.Parts;
import java.util.List;

/**
 * A Word document (.docx) in memory: its text as a reader sees it, and the same document with comments. Looks for secrecy
 * marks in all its parts before anything else is made of it, and writes nothing to disk.
 */
public final class Docx {

    /** Larger documents are refused. */
    public static final int MOST_BYTES = 10 << 20;

    /** Nobody reads a notice longer than this; it bounds memory. */
    static final int MOST_CHARACTERS = 1_000_000;

    private final Parts parts;
    private final Body body;

    private Docx(Parts parts, Body body) {
        this.parts = parts;
        this.body = body;
    }

    /** Reads a document, or says in a refusal ({@code docx.…}, {@code marking.found}) why not. */
    public static Docx read(byte[] bytes, Markings markings) {
        if (bytes.length == 0) {
            throw Refusal.invalid("docx.empty");
        }
        if (bytes.length > MOST_BYTES) {
            throw Refusal.invalid("docx.too-large", MOST_BYTES >> 20);
        }
        try {
            Parts parts = Parts.open(bytes);
            new MarkSearch(markings).look(parts);
            Body body = Body.read(parts);
            MarkSearch.refuse(markings, body.text());
            return new Docx(parts, body);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException e) {
            // whatever a damaged package trips over; the cause could tell of its content
            throw Refusal.invalid("docx.damaged");
        }
    }

    /** Paragraphs apart by an empty line, cells of a row by bars; notes, text boxes and page heads after what they belong to. */
    public String text() {
        return body.text();
    }

    /** Whether it holds pictures, charts or embedded files, whose words are not in {@link #text()}. */
    public boolean holdsMore() {
        return parts.names().stream().anyMatch(name -> name.matches("(?i).*/(media|embeddings|charts|diagrams)/.*"));
    }

    /** The same document with these comments beside those it had; every other part stays as it is, byte for byte. */
    public byte[] commented(List<Remark> remarks) {
        return remarks.isEmpty() ? parts.bytes() : new Commenting(parts, body).with(remarks);
    }
}
