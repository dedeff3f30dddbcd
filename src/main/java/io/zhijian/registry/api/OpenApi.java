package io.zhijian.registry.api;

import static io.zhijian.base.Texts.t;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The OpenAPI 3.1 document of the interface, made from the list of operations and the records they answer with. */
final class OpenApi {

    private OpenApi() {}

    static Map<String, Object> document(String base) {
        Schemas schemas = new Schemas();
        Map<String, Object> paths = new LinkedHashMap<>();
        for (Operation operation : Operation.ALL) {
            paths.put(operation.path(), Map.of("get", get(operation, schemas)));
        }
        schemas.reference(Problem.class);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", Map.of("title", t("door.api"), "version", "1", "description", t("door.api.lead")));
        document.put("servers", List.of(Map.of("url", base)));
        document.put("paths", paths);
        document.put("components", Map.of("schemas", schemas.all()));
        return document;
    }

    private static Map<String, Object> get(Operation operation, Schemas schemas) {
        Map<String, Object> get = new LinkedHashMap<>();
        get.put("operationId", operation.id());
        get.put("summary", operation.words());
        get.put("security", List.of());
        get.put(
                "parameters",
                operation.parameters().stream().map(OpenApi::parameter).toList());
        Map<String, Object> schema = operation.list()
                ? Schemas.slice(schemas.reference(operation.answer()))
                : schemas.reference(operation.answer());
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("200", answer("OK", "application/json", schema));
        answers.put("304", Map.of("description", "Not Modified"));
        answers.put("default", answer("Problem", Problem.MEDIA_TYPE, schemas.reference(Problem.class)));
        get.put("responses", answers);
        return get;
    }

    private static Map<String, Object> parameter(Operation.Parameter parameter) {
        return Map.of(
                "name", parameter.name(),
                "in", parameter.in(),
                "required", parameter.required(),
                "description", parameter.words(),
                "schema", Map.of("type", parameter.type()));
    }

    private static Map<String, Object> answer(String words, String type, Map<String, Object> schema) {
        return Map.of("description", words, "content", Map.of(type, Map.of("schema", schema)));
    }
}
