package io.zhijian.semantics.docx.pack;

import io.zhijian.base.Refusal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What a part refers to: relationships to other parts of the package. */
public final class Relations {

    /**
     * One of them.
     *
     * @param base the beginning of its type, which differs between the two dialects of the standard
     * @param type the end of its type, such as "comments"
     * @param target the name of the part
     */
    public record Relation(String id, String base, String type, String target) {}

    private final List<Relation> all = new ArrayList<>();

    public static Relations of(Parts parts, String part) {
        Relations relations = new Relations();
        String file = fileOf(part);
        if (parts.has(file)) {
            String content = parts.text(file).content();
            Xml.walk(content, reader -> {});
            Tags tags = new Tags(content);
            while (tags.next()) {
                if (tags.opens() && tags.local().equals("Relationship")) {
                    relations.add(tags, folder(part));
                }
            }
        }
        return relations;
    }

    private void add(Tags tags, String folder) {
        if (tags.attribute("Type").orElse("").endsWith("/aFChunk")) {
            // text that Word takes in only when it opens the document: it would be missed
            throw Refusal.invalid("docx.chunk");
        }
        if (tags.attribute("TargetMode").filter("External"::equals).isEmpty()) {
            String type = tags.attribute("Type").orElse("");
            int cut = type.lastIndexOf('/') + 1;
            String target = References.decodedAll(tags.attribute("Target").orElse(""));
            all.add(new Relation(
                    tags.attribute("Id").orElse(""),
                    type.substring(0, cut),
                    type.substring(cut),
                    resolved(folder, target)));
        }
    }

    public Optional<Relation> first(String type) {
        return all(type).stream().findFirst();
    }

    public List<Relation> all(String type) {
        return all.stream().filter(relation -> relation.type().equals(type)).toList();
    }

    /** A name no relationship has yet. */
    public String freeId() {
        int number = all.size() + 1;
        while (true) {
            String id = "rIdZhijian" + number;
            if (all.stream().noneMatch(relation -> relation.id().equals(id))) {
                return id;
            }
            number++;
        }
    }

    /** Where the relationships of a part are kept; of the package itself for an empty name. */
    public static String fileOf(String part) {
        return folder(part) + "_rels/" + part.substring(folder(part).length()) + ".rels";
    }

    public static String folder(String part) {
        return part.substring(0, part.lastIndexOf('/') + 1);
    }

    private static String resolved(String folder, String target) {
        Deque<String> path = new ArrayDeque<>();
        for (String step : (target.startsWith("/") ? target : folder + target).split("/")) {
            if (step.equals("..")) {
                path.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                path.addLast(step);
            }
        }
        return String.join("/", path);
    }
}
