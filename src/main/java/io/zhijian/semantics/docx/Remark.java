package io.zhijian.semantics.docx;

import java.util.List;

/**
 * What is to be said at a stretch of {@link Docx#text()}.
 *
 * @param from the index of its first character
 * @param to the index after its last; the same as {@code from} for a remark on the document as a whole
 * @param lines the paragraphs of the comment
 */
public record Remark(int from, int to, List<String> lines) {}
