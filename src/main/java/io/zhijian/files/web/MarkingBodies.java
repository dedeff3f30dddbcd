package io.zhijian.files.web;

import io.zhijian.files.Markings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads text bodies that are no form (JSON, XML, CSV) ahead of the handler and tells the gate when one shows a mark. */
final class MarkingBodies extends OncePerRequestFilter {

    static final String FOUND = MarkingBodies.class.getName() + ".found";

    /** More than this of plain text in one request is refused; imports come as files. */
    private static final int MOST_BYTES = 4 << 20;

    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    private final Markings markings;

    MarkingBodies(Markings markings) {
        this.markings = markings;
    }

    static boolean isText(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        // an Office document is XML by name only: its bytes are packed
        boolean xml = type.contains("xml") && !type.contains("openxmlformats");
        return type.startsWith("text/") || type.contains("json") || xml || type.contains("yaml");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getContentType() == null || !isText(request.getContentType());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        String text = new String(body, StandardCharsets.UTF_8);
        if (markings.find(text).isPresent() || markings.find(values(text)).isPresent()) {
            request.setAttribute(FOUND, true);
        }
        chain.doFilter(new Reread(request, body), response);
    }

    /** What stands between quotes or tags, each on a line of its own, with JSON's escapes undone. */
    private static String values(String text) {
        String plain = ESCAPED.matcher(text)
                .replaceAll(code -> java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(code.group(1), 16))));
        return plain.replace("\\n", "\n").replaceAll("[\"<>]", "\n");
    }

    /** The request with its body to be read once more. */
    private static final class Reread extends HttpServletRequestWrapper {

        private final byte[] body;

        Reread(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream in = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return in.read();
                }

                @Override
                public int read(byte[] bytes, int offset, int length) {
                    return in.read(bytes, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return in.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("the body is already here");
                }
            };
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
