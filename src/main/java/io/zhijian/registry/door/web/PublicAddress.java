package io.zhijian.registry.door.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where the door stands for the world: as the installation says, otherwise as the running request came in. */
@Component
public class PublicAddress {

    private static final Pattern CODE = Pattern.compile("(https?://[^/?#]+)/q/([A-Za-z0-9_-]{8,64})");

    private final String configured;

    PublicAddress(@Value("${zhijian.door.address}") String configured) {
        this.configured = configured.replaceFirst("/+$", "");
    }

    /** What the code of an entry holds. */
    public String of(String token, HttpServletRequest request) {
        return base(request) + "/q/" + token;
    }

    /** The token in the text of a code, if the code is one of ours. */
    Optional<String> token(String text, HttpServletRequest request) {
        Matcher code = CODE.matcher(text.strip());
        return code.matches() && code.group(1).equalsIgnoreCase(base(request))
                ? Optional.of(code.group(2))
                : Optional.empty();
    }

    public String base(HttpServletRequest request) {
        return configured.isEmpty() ? requested(request) : configured;
    }

    private static String requested(HttpServletRequest request) {
        URI uri = ServletUriComponentsBuilder.fromContextPath(request).build().toUri();
        return uri.toString();
    }
}
