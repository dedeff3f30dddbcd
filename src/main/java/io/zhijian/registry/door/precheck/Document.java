package io.zhijian.registry.door.precheck;

import java.util.Base64;

/**
 * What is told of a Word document beside the answer on its text.
 *
 * @param note what is to be put right; empty where nothing is
 * @param name of the document with comments; empty where there is none
 * @param link that document itself, which the page carries and the server has forgotten; empty where it is too large
 * @param more whether it holds pictures or files whose words were not checked
 */
public record Document(String note, String name, String link, boolean more) {

    static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /** A larger one would make the page slow; it is to be had by the other button. */
    private static final int MOST_IN_PAGE = 2 << 20;

    static final Document NONE = new Document("", "", "", false);

    static Document refused(String note) {
        return new Document(note, "", "", false);
    }

    static Document checked(boolean more) {
        return new Document("", "", "", more);
    }

    static Document commented(String name, byte[] bytes, boolean more) {
        boolean fits = bytes.length <= MOST_IN_PAGE;
        return new Document(
                "",
                name,
                fits ? "data:" + TYPE + ";base64," + Base64.getEncoder().encodeToString(bytes) : "",
                more);
    }
}
