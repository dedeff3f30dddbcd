package io.zhijian.files.web;

import io.zhijian.base.Refusal;
import io.zhijian.files.Markings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/**
 * Refuses, before the handler, whatever is sent with a secrecy mark: form fields and their names, file names, text files
 * and text bodies. What was sent is neither stored nor logged nor shown again.
 */
final class MarkingGate implements HandlerInterceptor {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** Endings of files that are text through and through, whatever type the browser says. */
    private static final List<String> TEXT_ENDINGS =
            List.of(".txt", ".csv", ".json", ".jsonl", ".xml", ".yaml", ".yml", ".md", ".html", ".htm", ".svg");

    private final Markings markings;

    MarkingGate(Markings markings) {
        this.markings = markings;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (READING.contains(request.getMethod())) {
            return true;
        }
        if (request.getAttribute(MarkingBodies.FOUND) != null || inParameters(request) || inFiles(request)) {
            throw Refusal.invalid("marking.found");
        }
        return true;
    }

    private boolean inParameters(HttpServletRequest request) {
        for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
            if (marked(field.getKey())) {
                return true;
            }
            for (String value : field.getValue()) {
                if (marked(value)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean inFiles(HttpServletRequest request) throws IOException {
        var multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (multipart == null) {
            return false;
        }
        for (List<MultipartFile> files : multipart.getMultiFileMap().values()) {
            for (MultipartFile file : files) {
                String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
                // on a line of its own, the name without its ending is a mark when it is nothing but one
                if (marked(name)
                        || marked(name.replaceFirst("\\.[^.]*$", ""))
                        || isText(file, name) && marked(read(file))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isText(MultipartFile file, String name) {
        String type = String.valueOf(file.getContentType());
        String lower = name.toLowerCase(Locale.ROOT);
        return MarkingBodies.isText(type) || TEXT_ENDINGS.stream().anyMatch(lower::endsWith);
    }

    private static String read(MultipartFile file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private boolean marked(String text) {
        return markings.find(text).isPresent();
    }
}
