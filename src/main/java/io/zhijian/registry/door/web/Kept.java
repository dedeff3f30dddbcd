package io.zhijian.registry.door.web;

import io.zhijian.registry.door.Door;
import java.time.Duration;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;

/** Lets caches keep what is public for a minute, and then ask whether anything has changed. */
@Component
public class Kept {

    private static final String MINUTE = Objects.requireNonNull(
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic().getHeaderValue());

    /** Another program may show the same content otherwise. */
    private final String started = Long.toString(System.currentTimeMillis(), 36);

    private final Door door;

    Kept(Door door) {
        this.door = door;
    }

    /** Writes the headers; true when the asker has it already and nothing is to be sent. */
    public boolean known(ServletWebRequest request) {
        Objects.requireNonNull(request.getResponse()).setHeader(HttpHeaders.CACHE_CONTROL, MINUTE);
        return request.checkNotModified("W/\"" + started + "." + door.snapshot().revision() + "\"");
    }
}
