package io.zhijian.registry.door.web;

import io.zhijian.base.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * How a citizen reads: the language and the size of type stand in the address and nowhere else, so that a page is the
 * same for everybody and may be kept by caches between.
 *
 * @param demo whether this installation shows demo data
 */
public record Reader(boolean english, boolean large, boolean demo, String path, String query) {

    static final String LANGUAGE = "lang";
    static final String TYPE = "type";

    public static Reader of(HttpServletRequest request, boolean demo) {
        return new Reader(
                Texts.english(), "large".equals(request.getParameter(TYPE)), demo, request.getRequestURI(), "");
    }

    /** A reader without wishes. */
    static Reader plain(String path, boolean demo) {
        return new Reader(false, false, demo, path, "");
    }

    /** The same reader on a page whose address carries more than its path. */
    Reader asking(String name, String value) {
        return value.isEmpty()
                ? this
                : new Reader(
                        english,
                        large,
                        demo,
                        path,
                        query + "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /** The same reader, as if on another page. */
    public Reader at(String other) {
        return new Reader(english, large, demo, other, "");
    }

    /** A link that keeps language and type. */
    public String href(String to) {
        return href(to, english, large);
    }

    /** This page. */
    public String here() {
        return href(path + query.replaceFirst("&", "?"));
    }

    /** This page in the other language. */
    public String otherLanguage() {
        return href(path + query.replaceFirst("&", "?"), !english, large);
    }

    /** This page in the other size of type. */
    public String otherType() {
        return href(path + query.replaceFirst("&", "?"), english, !large);
    }

    public String language() {
        return english ? "en" : "zh-CN";
    }

    private static String href(String to, boolean english, boolean large) {
        String wishes = (english ? "&" + LANGUAGE + "=en" : "") + (large ? "&" + TYPE + "=large" : "");
        return to.contains("?") ? to + wishes : to + wishes.replaceFirst("&", "?");
    }
}
