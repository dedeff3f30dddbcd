package io.zhijian.people.signin;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Headers, the token that forms carry, and nothing else of Spring Security: who may open a route is declared on the route
 * ({@link io.zhijian.base.Access}), and who somebody is, {@link ActorFilter} finds out.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInSettings.class)
class SecurityConfiguration {

    private static final String CONTENT =
            "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self';"
                    + " object-src 'none'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'";

    /** Around Spring Security (order -100), so that whatever answers knows who asks. */
    private static final int BEFORE_SECURITY = -110;

    @Bean
    FilterRegistrationBean<ActorFilter> actorFilter(SignIn signIn) {
        FilterRegistrationBean<ActorFilter> registration = new FilterRegistrationBean<>(new ActorFilter(signIn));
        registration.setOrder(BEFORE_SECURITY);
        return registration;
    }

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http) throws Exception {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").httpOnly(true));
        return http.csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        // reads what it is given and answers: nothing is changed, and its page is the same for
                        // everybody
                        .ignoringRequestMatchers("/public/scan", "/public/precheck", "/public/precheck/document"))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=()")))
                .exceptionHandling(handling -> handling.accessDeniedHandler((request, response, denied) ->
                        request.getRequestDispatcher("/form-expired").forward(request, response)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Stands in the way of Spring Boot's default user. */
    @Bean
    AuthenticationManager nobodySignsInThisWay() {
        return authentication -> {
            throw new ProviderNotFoundException("people sign in through SignIn");
        };
    }
}
