package io.zhijian.registry.api;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Access;
import io.zhijian.registry.door.Door;
import io.zhijian.registry.door.Snapshot;
import io.zhijian.registry.door.web.Kept;
import io.zhijian.registry.door.web.PublicAddress;
import io.zhijian.registry.door.web.Reader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Everything released, to take away: CSV and JSON, written row by row. */
@Controller
class OpenData {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Door door;
    private final Kept kept;
    private final PublicAddress address;
    private final boolean demo;

    OpenData(Door door, Kept kept, PublicAddress address, @Value("${zhijian.demo}") boolean demo) {
        this.door = door;
        this.kept = kept;
        this.address = address;
        this.demo = demo;
    }

    @Access(Access.Level.EVERYONE)
    @GetMapping("/public/data")
    @Nullable
    String page(ServletWebRequest web, HttpServletRequest request, Model model) {
        if (kept.known(web)) {
            return null;
        }
        Snapshot snapshot = door.snapshot();
        model.addAttribute(
                "page",
                new OpenDataPage(
                        Reader.of(request, demo),
                        snapshot.entries().size(),
                        snapshot.items().size()));
        return "door/data";
    }

    @Access(Access.Level.EVERYONE)
    @GetMapping("/public/data/entries.csv")
    void entriesCsv(ServletWebRequest web, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!kept.known(web)) {
            String base = address.base(request);
            try (Writer out = csv(response, "entries.csv")) {
                out.write(PublicCsv.entryHead());
                for (var entry : door.snapshot().entries()) {
                    out.write(PublicCsv.line(EntryView.of(entry, base)));
                }
            }
        }
    }

    @Access(Access.Level.EVERYONE)
    @GetMapping("/public/data/items.csv")
    void itemsCsv(ServletWebRequest web, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!kept.known(web)) {
            String base = address.base(request);
            try (Writer out = csv(response, "items.csv")) {
                out.write(PublicCsv.itemHead());
                for (var item : door.snapshot().items()) {
                    out.write(PublicCsv.line(ItemView.of(item, base)));
                }
            }
        }
    }

    @Access(Access.Level.EVERYONE)
    @GetMapping("/public/data/entries.json")
    void entriesJson(ServletWebRequest web, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!kept.known(web)) {
            String base = address.base(request);
            json(
                    response,
                    base,
                    out -> door.snapshot().entries().forEach(entry -> out.writePOJO(EntryView.of(entry, base))));
        }
    }

    @Access(Access.Level.EVERYONE)
    @GetMapping("/public/data/items.json")
    void itemsJson(ServletWebRequest web, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!kept.known(web)) {
            String base = address.base(request);
            json(
                    response,
                    base,
                    out -> door.snapshot().items().forEach(item -> out.writePOJO(ItemView.of(item, base))));
        }
    }

    private static Writer csv(HttpServletResponse response, String file) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=" + file);
        Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        out.write('\uFEFF'); // spreadsheets take it for UTF-8 only then
        return out;
    }

    private static void json(HttpServletResponse response, String base, java.util.function.Consumer<JsonGenerator> rows)
            throws IOException {
        response.setContentType("application/json");
        try (JsonGenerator out = JSON.createGenerator(response.getOutputStream())) {
            out.writeStartObject();
            out.writeStringProperty("licence", t("door.data.licence"));
            out.writeStringProperty("attribution", t("door.data.attribution", base));
            out.writeArrayPropertyStart("items");
            rows.accept(out);
            out.writeEndArray();
            out.writeEndObject();
        }
    }
}
