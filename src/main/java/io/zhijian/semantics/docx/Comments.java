package io.zhijian.semantics.docx;

import static io.zhijian.base.Texts.t;

import io.zhijian.semantics.docx.pack.Parts;
import io.zhijian.semantics.docx.pack.Relations;
import io.zhijian.semantics.docx.pack.Tags;
import io.zhijian.semantics.docx.pack.Text;
import io.zhijian.semantics.docx.pack.Xml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The comments of a document: those it has, and ours after them. */
final class Comments {

    static final String AUTHOR = "指减";

    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private final Parts parts;
    private final Body body;
    private final Optional<String> existing;
    private final StringBuilder added = new StringBuilder();
    private final int before;
    private final String declaration;
    private int next;

    Comments(Parts parts, Body body) {
        this.parts = parts;
        this.body = body;
        this.existing = body.relations()
                .first("comments")
                .map(Relations.Relation::target)
                .filter(parts::has);
        String comments = existing.map(name -> parts.text(name).content()).orElse("");
        this.declaration = comments.isEmpty() ? "" : Body.declaration(comments);
        this.before = 1 + Math.max(highest(body.source().content()), highest(comments));
        this.next = before;
    }

    /** Of the numbers in use, in the comments themselves or where they stand. */
    private static int highest(String content) {
        int highest = -1;
        for (Tags tags = new Tags(content); tags.next(); ) {
            if (tags.opens() && tags.local().startsWith("comment")) {
                String id = tags.attribute("id")
                        .filter(given -> given.matches("\\d{1,9}"))
                        .orElse("-1");
                highest = Math.max(highest, Integer.parseInt(id));
            }
        }
        return highest;
    }

    boolean isEmpty() {
        return next == before;
    }

    /** Gives the number the marks in the body bear. */
    int add(List<String> lines) {
        added.append("<w:comment" + declaration + " w:id=\"" + next + "\" w:author=\"" + AUTHOR + "\" w:initials=\""
                + AUTHOR + "\">");
        for (String line : lines) {
            added.append("<w:p><w:r><w:t xml:space=\"preserve\">")
                    .append(Xml.escaped(line))
                    .append("</w:t></w:r></w:p>");
        }
        added.append("</w:comment>");
        return next++;
    }

    /** A comment that cannot stand at the words names them, and where they are. */
    static List<String> elsewhere(Piece.Where where, Remark remark, String text) {
        String words = text.substring(remark.from(), Math.min(remark.to(), text.length()));
        List<String> lines = new ArrayList<>();
        lines.add(
                switch (where) {
                    case BODY -> t("docx.at.body", words);
                    case BOX -> t("docx.at.box", words);
                    case NOTE -> t("docx.at.note", words);
                    case PAGE -> t("docx.at.page", words);
                });
        lines.addAll(remark.lines());
        return lines;
    }

    void write(Map<String, byte[]> changed) {
        if (existing.isPresent()) {
            Text text = parts.text(existing.get());
            changed.put(existing.get(), text.written(appended(text.content(), added.toString())));
        } else {
            String name = freeName();
            changed.put(
                    name,
                    (HEAD + "<w:comments xmlns:w=\"" + body.namespace() + "\">" + added + "</w:comments>")
                            .getBytes(StandardCharsets.UTF_8));
            relate(name, changed);
            declare(name, changed);
        }
    }

    private String freeName() {
        String folder = Relations.folder(body.part());
        return parts.has(folder + "comments.xml") ? folder + "comments-zhijian.xml" : folder + "comments.xml";
    }

    private void relate(String name, Map<String, byte[]> changed) {
        String file = Relations.fileOf(body.part());
        String relation = "<Relationship xmlns=\"" + RELATIONS + "\" Id=\""
                + body.relations().freeId() + "\" Type=\"" + body.relationBase() + "comments\" Target=\"/" + name
                + "\"/>";
        if (parts.has(file)) {
            Text text = parts.text(file);
            changed.put(file, text.written(appended(text.content(), relation)));
        } else {
            String all = HEAD + "<Relationships xmlns=\"" + RELATIONS + "\">" + relation + "</Relationships>";
            changed.put(file, all.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void declare(String name, Map<String, byte[]> changed) {
        Text text = parts.text(CONTENT_TYPES);
        String type = "<Override xmlns=\"" + TYPES + "\" PartName=\"/" + name + "\" ContentType=\"" + TYPE + "\"/>";
        changed.put(CONTENT_TYPES, text.written(appended(text.content(), type)));
    }

    /** As the last child of the root, which may have none yet. */
    private static String appended(String content, String last) {
        Tags tags = new Tags(content);
        String root = "";
        int end = -1;
        while (tags.next()) {
            if (root.isEmpty() && tags.kind() == Tags.Kind.EMPTY) {
                return content.substring(0, tags.to() - 2) + ">" + last + "</" + tags.name() + ">"
                        + content.substring(tags.to());
            }
            if (root.isEmpty() && tags.opens()) {
                root = tags.name();
            }
            end = tags.kind() == Tags.Kind.END ? tags.from() : end;
        }
        return content.substring(0, end) + last + content.substring(end);
    }
}
