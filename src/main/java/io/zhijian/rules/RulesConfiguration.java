package io.zhijian.rules;

import io.zhijian.rules.book.Rulebook;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Loads the rulebook at start, against the facts that the modules above know; a bad file stops the start. */
@Configuration(proxyBeanMethods = false)
class RulesConfiguration {

    @Bean
    Rulebook rulebook(@Value("${zhijian.home}") String home, ObjectProvider<FactSource> sources) {
        Map<String, Class<? extends Record>> types = new LinkedHashMap<>();
        sources.forEach(source -> types.put(source.kind(), source.type()));
        return Rulebook.load(Path.of(home), types);
    }

    @Bean
    WorkingDays workingDays(@Value("${zhijian.home}") String home) {
        return WorkingDays.load(Path.of(home));
    }
}
