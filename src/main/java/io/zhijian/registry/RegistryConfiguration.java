package io.zhijian.registry;

import io.zhijian.rules.FactSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers each kind's subjects to the rules. */
@Configuration(proxyBeanMethods = false)
class RegistryConfiguration {

    @Bean
    FactSource appFacts(SubjectFacts facts) {
        return facts.source(SubjectKind.APP);
    }

    @Bean
    FactSource accountFacts(SubjectFacts facts) {
        return facts.source(SubjectKind.ACCOUNT);
    }

    @Bean
    FactSource groupFacts(SubjectFacts facts) {
        return facts.source(SubjectKind.GROUP);
    }
}
