package io.zhijian.people.web.me;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses within this product: a link made by somebody else must not lead people elsewhere after signing in. */
final class Inside {

    private static final Pattern PATH = Pattern.compile("/(?:[A-Za-z0-9._~%-]+/?)*(?:\\?[A-Za-z0-9._~%=&+-]*)?");

    private Inside() {}

    /** The path if it is one of ours, otherwise the work page. */
    static String path(String wanted) {
        return PATH.matcher(wanted).matches() ? wanted : "/";
    }

    /** Path and query of the page a request came from. */
    static String back(@Nullable String referer) {
        if (referer == null) {
            return "/";
        }
        try {
            URI uri = URI.create(referer);
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return path(uri.getRawPath() + query);
        } catch (IllegalArgumentException malformed) {
            return "/";
        }
    }
}
