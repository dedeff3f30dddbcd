package io.zhijian.registry.api;

import static io.zhijian.base.Texts.t;

import java.util.List;

/**
 * One thing a machine can ask.
 *
 * @param id also the end of the key of its words
 * @param answer the record it answers with, a part of a list of them where {@code list}
 */
public record Operation(
        String id, String path, List<Parameter> parameters, Class<? extends Record> answer, boolean list) {

    /** @param in path or query */
    public record Parameter(String name, String in, String type, boolean required) {

        public String words() {
            return t("door.api.parameter." + name);
        }
    }

    public String words() {
        return t("door.api.op." + id);
    }

    /** Every operation, in the order they are described; a test holds this list to the routes. */
    static final List<Operation> ALL = List.of(
            new Operation(
                    "look-up",
                    "/api/v1/public/look-up",
                    List.of(new Parameter("q", "query", "string", true)),
                    EntryView.class,
                    true),
            new Operation(
                    "entries", "/api/v1/public/entries", List.of(query("cursor"), limit()), EntryView.class, true),
            new Operation("entry", "/api/v1/public/entries/{id}", List.of(path("id")), EntryView.class, false),
            new Operation(
                    "items",
                    "/api/v1/public/items",
                    List.of(query("q"), query("theme"), query("cursor"), limit()),
                    ItemView.class,
                    true));

    private static Parameter query(String name) {
        return new Parameter(name, "query", "string", false);
    }

    private static Parameter path(String name) {
        return new Parameter(name, "path", "string", true);
    }

    private static Parameter limit() {
        return new Parameter("limit", "query", "integer", false);
    }
}
