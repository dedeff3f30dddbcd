package io.zhijian.registry.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.zhijian.DemoTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The document describes every route of the interface, and every answer is as it says. */
@DemoTest
class OpenApiTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void everyRouteOfTheInterfaceIsDescribedAndNothingElse() throws IOException, InterruptedException {
        Set<String> routes = mapping.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream())
                .filter(path -> path.startsWith("/api/") && !path.endsWith("openapi.json"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(document().path("paths").propertyNames()).containsExactlyInAnyOrderElementsOf(routes);
        assertThat(document().path("openapi").asString()).isEqualTo("3.1.0");
    }

    @Test
    void answersAreAsDescribed() throws IOException, InterruptedException {
        String id = JSON.readTree(get("/api/v1/public/entries?limit=3").body())
                .path("items")
                .path(0)
                .path("id")
                .asString();
        fits("/api/v1/public/entries", "/api/v1/public/entries?limit=3", "200");
        fits("/api/v1/public/entries/{id}", "/api/v1/public/entries/" + id, "200");
        fits("/api/v1/public/look-up", "/api/v1/public/look-up?q=%E5%A5%BD%E5%B7%AE%E8%AF%84", "200");
        fits("/api/v1/public/items", "/api/v1/public/items?limit=5", "200");
        fits("/api/v1/public/entries/{id}", "/api/v1/public/entries/none", "default");
        fits("/api/v1/public/entries", "/api/v1/public/entries?cursor=%21", "default");
        fits("/api/v1/public/look-up", "/api/v1/public/look-up", "default");
    }

    @Test
    void anAnswerThatIsOtherwiseIsFound() throws IOException, InterruptedException {
        assertThat(faults("/api/v1/public/entries/{id}", "{\"name\":7}", "200")).isNotEmpty();
    }

    @Test
    void theWholeListComesPartByPart() throws IOException, InterruptedException {
        Set<String> ids = new TreeSet<>();
        String cursor = "";
        int parts = 0;
        do {
            JsonNode part = JSON.readTree(
                    get("/api/v1/public/entries?limit=3&cursor=" + cursor).body());
            part.path("items").forEach(item -> ids.add(item.path("id").asString()));
            cursor = part.path("next").asString("");
            parts++;
        } while (!cursor.isEmpty());
        assertThat(ids).hasSizeGreaterThan(6);
        assertThat(parts).isGreaterThan(2);
    }

    private void fits(String operation, String path, String status) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode() == 200).isEqualTo(status.equals("200"));
        assertThat(answer.headers().firstValue("content-type").orElse(""))
                .startsWith(status.equals("200") ? "application/json" : "application/problem+json");
        assertThat(faults(operation, answer.body(), status)).as(path).isEmpty();
    }

    private java.util.List<String> faults(String operation, String body, String status)
            throws IOException, InterruptedException {
        JsonNode document = document();
        ObjectNode schema = (ObjectNode) document.path("paths")
                .path(operation)
                .path("get")
                .path("responses")
                .path(status)
                .path("content")
                .properties()
                .iterator()
                .next()
                .getValue()
                .path("schema")
                .deepCopy();
        schema.set("components", document.path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema.toString(), InputFormat.JSON)
                .validate(body, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private JsonNode document() throws IOException, InterruptedException {
        return JSON.readTree(get("/api/v1/openapi.json").body());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
