package io.zhijian.files.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import io.zhijian.base.Refusal;
import io.zhijian.files.Markings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whatever way a marked text is sent, no handler sees it. */
class MarkingGateTests {

    private static final Markings MARKINGS = Markings.read(Path.of(""));

    /** Stands for any route; remembers what reached it. */
    @RestController
    static class Route {

        private final List<String> reached = new ArrayList<>();

        @RequestMapping("/form")
        String form(@RequestParam Map<String, String> fields) {
            reached.add(fields.toString());
            return "";
        }

        @RequestMapping("/body")
        String body(@RequestBody String body) {
            reached.add(body);
            return "";
        }
    }

    private final Route route = new Route();
    private final MockMvc web = MockMvcBuilders.standaloneSetup(route)
            .addInterceptors(new MarkingGate(MARKINGS))
            .addFilters(new MarkingBodies(MARKINGS))
            .build();

    @Test
    void harmlessTextsReachTheirRouteWhole() throws Exception {
        web.perform(post("/form").param("purpose", "保守国家秘密，巡河记录"));
        web.perform(body("{\"purpose\":\"商业秘密\"}"));
        web.perform(multipart("/form").file(text("巡河.csv", "河名,长度\n")).param("purpose", "导入"));
        assertThat(route.reached).containsExactly("{purpose=保守国家秘密，巡河记录}", "{\"purpose\":\"商业秘密\"}", "{purpose=导入}");
    }

    @Test
    void aMarkedFieldIsRefused() throws Exception {
        refuses(post("/form").param("name", "示例").param("purpose", "机密★10年"));
        refuses(put("/form").param("purpose", "【绝 密】"));
        refuses(post("/form?purpose=秘密★"));
        refuses(post("/form").param("（机密）", "名称也算"));
    }

    @Test
    void aMarkedFileIsRefusedByItsNameOrItsText() throws Exception {
        refuses(multipart("/form").file(text("（机密）名单.docx", "")));
        refuses(multipart("/form").file(text("机密.pdf", "")));
        refuses(multipart("/form").file(text("a.csv", "编号,内容\n1,【秘密】\n")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"purpose\":\"机密★10年\"}",
                "{\"purpose\":\"机密\"}",
                "{\"purpose\":\"\\u673a\\u5bc6\"}",
                "[\"第一行\\n秘密\\n第三行\"]",
                "<p>绝密</p>"
            })
    void aMarkedBodyIsRefused(String text) {
        refuses(body(text));
    }

    @Test
    void readingIsNotHindered() throws Exception {
        web.perform(get("/form").param("q", "机密★"));
        assertThat(route.reached).hasSize(1);
    }

    private void refuses(RequestBuilder request) {
        assertThatThrownBy(() -> web.perform(request))
                .rootCause()
                .isInstanceOf(Refusal.class)
                .hasMessage("marking.found")
                .extracting(refusal -> ((Refusal) refusal).kind().status())
                .isEqualTo(422);
        assertThat(route.reached).isEmpty();
    }

    private static RequestBuilder body(String text) {
        return post("/body")
                .contentType(MediaType.APPLICATION_JSON)
                .characterEncoding("UTF-8")
                .content(text);
    }

    private static MockMultipartFile text(String name, String content) {
        return new MockMultipartFile(
                "file", name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8));
    }
}
