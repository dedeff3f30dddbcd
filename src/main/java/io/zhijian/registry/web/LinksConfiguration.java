package io.zhijian.registry.web;

import io.zhijian.registry.SubjectKind;
import io.zhijian.rules.SubjectLinks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the rules' pages where each kind of subject is shown. */
@Configuration(proxyBeanMethods = false)
class LinksConfiguration {

    @Bean
    SubjectLinks appLinks() {
        return new RegistryLinks(SubjectKind.APP);
    }

    @Bean
    SubjectLinks accountLinks() {
        return new RegistryLinks(SubjectKind.ACCOUNT);
    }

    @Bean
    SubjectLinks groupLinks() {
        return new RegistryLinks(SubjectKind.GROUP);
    }
}
