package io.zhijian.registry.door.web;

import io.zhijian.base.Access;
import io.zhijian.registry.door.Folding;
import io.zhijian.registry.door.code.QrReader;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.UriComponentsBuilder;

/** A picture of a code instead of the code: it is read, answered and forgotten. */
@Controller
class ScanController {

    private final QrReader reader;
    private final PublicAddress address;

    ScanController(QrReader reader, PublicAddress address) {
        this.reader = reader;
        this.address = address;
    }

    @Access(Access.Level.EVERYONE)
    @PostMapping("/public/scan")
    String scan(@RequestParam(required = false) @Nullable MultipartFile picture, HttpServletRequest request)
            throws IOException {
        Optional<String> code = picture == null || picture.getSize() > QrReader.MOST_BYTES
                ? Optional.empty()
                : reader.read(picture.getBytes());
        UriComponentsBuilder to = code.map(text -> leadsTo(text, request))
                .orElseGet(() -> UriComponentsBuilder.fromPath("/public").queryParam("picture", "unreadable"));
        keep(to, Reader.LANGUAGE, "en", request);
        keep(to, Reader.TYPE, "large", request);
        return "redirect:" + to.encode().toUriString();
    }

    /** A code of ours leads to its entry; one with a foreign address is a text like any other, and found as little. */
    private UriComponentsBuilder leadsTo(String text, HttpServletRequest request) {
        return address.token(text, request)
                .map(token -> UriComponentsBuilder.fromPath("/q/" + token))
                .orElseGet(() -> UriComponentsBuilder.fromPath("/public/look-up")
                        .queryParam("q", text.substring(0, Math.min(text.length(), Folding.MOST))));
    }

    private static void keep(UriComponentsBuilder to, String name, String value, HttpServletRequest request) {
        if (value.equals(request.getParameter(name))) {
            to.queryParam(name, value);
        }
    }
}
