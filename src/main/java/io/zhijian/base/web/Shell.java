package io.zhijian.base.web;

import io.zhijian.base.Actor;
import io.zhijian.base.Navigation;
import io.zhijian.base.Texts;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What surrounds every page: who is signed in, the menu, the language, and the token that forms carry.
 *
 * @param csrfName name of the hidden form field
 * @param csrfToken its value
 * @param largeType whether the reader chose large type
 * @param demo whether this installation shows demo data
 * @param guide what a guide says under this page, if one is on its way
 */
public record Shell(
        Actor actor,
        List<Navigation.Entry> menu,
        String path,
        String csrfName,
        String csrfToken,
        boolean largeType,
        boolean demo,
        Guide.@Nullable Bar guide) {

    static final String ATTRIBUTE = Shell.class.getName();

    /** The shell of the running request. */
    public static Shell current() {
        RequestAttributes request = RequestContextHolder.currentRequestAttributes();
        Object shell = Objects.requireNonNull(request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST));
        return (Shell) Objects.requireNonNull(((Supplier<?>) shell).get());
    }

    public String language() {
        return Texts.english() ? "en" : "zh-CN";
    }

    /** Whether a menu entry leads to where the reader is. */
    public boolean at(Navigation.Entry entry) {
        return entry.href().equals("/") ? path.equals("/") : path.startsWith(entry.href());
    }

    /** Whether anything behind the menu waits, so that a folded menu can say so. */
    public boolean waiting() {
        return menu.stream().anyMatch(entry -> entry.count() > 0);
    }
}
