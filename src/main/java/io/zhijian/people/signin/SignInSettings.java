package io.zhijian.people.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How strict signing in is; an office may tighten it in its configuration.
 *
 * @param idle a session unused for so long is over
 * @param longest a session is over after so long, used or not
 * @param failures so many wrong passwords in a row lock the login name
 * @param lock for so long
 * @param hashes passwords hashed at the same time, each taking 19 MiB
 */
@ConfigurationProperties("zhijian.sign-in")
public record SignInSettings(
        @DefaultValue("30m") Duration idle,
        @DefaultValue("12h") Duration longest,
        @DefaultValue("5") int failures,
        @DefaultValue("15m") Duration lock,
        @DefaultValue("2") int hashes) {}
