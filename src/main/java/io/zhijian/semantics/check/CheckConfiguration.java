package io.zhijian.semantics.check;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Offers the checker to the server. */
@Configuration(proxyBeanMethods = false)
class CheckConfiguration {

    /** Loaded when first asked for: a server that checks no text holds no model. */
    @Bean
    @Lazy
    Checker checker(@Value("${zhijian.home}") String home) {
        return Checker.load(Path.of(home));
    }
}
