package io.zhijian.people.setup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The token that opens the set-up page once: printed where the system was started, and forgotten after use. */
@Component
class SetupKey {

    private volatile @Nullable String token;

    void open(String fresh) {
        token = fresh;
    }

    void close() {
        token = null;
    }

    boolean fits(String given) {
        String expected = token;
        return expected != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
