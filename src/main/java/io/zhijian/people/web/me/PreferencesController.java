package io.zhijian.people.web.me;

import io.zhijian.base.Access;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** Language and type size, kept in the browser, and back to the page one was on. */
@Controller
class PreferencesController {

    private final LocaleResolver locales;

    PreferencesController(LocaleResolver locales) {
        this.locales = locales;
    }

    @Access(Access.Level.EVERYONE)
    @PostMapping("/preferences/language")
    String language(
            @RequestParam String lang,
            @RequestHeader(name = HttpHeaders.REFERER, defaultValue = "/") String from,
            HttpServletRequest request,
            HttpServletResponse response) {
        locales.setLocale(request, response, lang.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
        return "redirect:" + Inside.back(from);
    }

    @Access(Access.Level.EVERYONE)
    @PostMapping("/preferences/type")
    String type(
            @RequestParam String size,
            @RequestHeader(name = HttpHeaders.REFERER, defaultValue = "/") String from,
            HttpServletRequest request,
            HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from("type", size.equals("large") ? "large" : "normal")
                .path("/")
                .sameSite("Lax")
                .secure(request.isSecure())
                .httpOnly(true)
                .maxAge(Duration.ofDays(365))
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return "redirect:" + Inside.back(from);
    }
}
