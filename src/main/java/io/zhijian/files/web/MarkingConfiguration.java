package io.zhijian.files.web;

import io.zhijian.files.Markings;
import jakarta.servlet.MultipartConfigElement;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the marking check before every route, after the shell and the gate, so that its refusal is an ordinary page. */
@Configuration(proxyBeanMethods = false)
class MarkingConfiguration {

    private static final int BEFORE_ALL_THAT_READ = -120;

    /** In milliseconds: an upload ahead is gone by then, or hangs. */
    private static final long PATIENCE = 10_000;

    /** A text, not a path: Spring would look for "." among the servlet's resources. */
    @Bean
    Markings markings(@Value("${zhijian.home}") String home) {
        return Markings.read(Path.of(home));
    }

    @Bean
    MarkingBodies markingBodies(Markings markings) {
        return new MarkingBodies(markings);
    }

    /** Before anything asks for a field of a form, which is when the uploads of a request are read. */
    @Bean
    FilterRegistrationBean<UploadGate> uploadGate(MultipartConfigElement uploads) {
        UploadGate gate = new UploadGate(
                Math.max(1, uploads.getFileSizeThreshold()),
                Runtime.getRuntime().maxMemory() / 4,
                PATIENCE);
        FilterRegistrationBean<UploadGate> registration = new FilterRegistrationBean<>(gate);
        registration.setOrder(BEFORE_ALL_THAT_READ);
        return registration;
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebMvcConfigurer markingGate(Markings markings) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new MarkingGate(markings));
            }
        };
    }
}
