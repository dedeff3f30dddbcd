package io.zhijian.registry.door.web;

import io.zhijian.base.Refusal;
import io.zhijian.registry.door.RateLimit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Stands before every public address: bounds how often one neighbourhood asks, and takes the language from the address. */
@Component
class DoorGate implements HandlerInterceptor, WebMvcConfigurer {

    /** Reading a picture costs as much as so many questions. */
    private static final int PICTURE = 10;

    private final RateLimit limit;

    DoorGate(@Value("${zhijian.door.per-minute}") int perMinute, @Value("${zhijian.door.at-once}") int atOnce) {
        this.limit = new RateLimit(perMinute, atOnce);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/public", "/public/**", "/q/**", "/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        int wait = limit.take(request.getRemoteAddr(), "POST".equals(request.getMethod()) ? PICTURE : 1);
        if ("en".equals(request.getParameter(Reader.LANGUAGE))) {
            LocaleContextHolder.setLocale(Locale.ENGLISH);
        }
        if (wait > 0) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(wait));
            throw Refusal.tooMany("door.too-many", wait);
        }
        return true;
    }
}
