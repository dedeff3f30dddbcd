package io.zhijian.registry.nearest;

import io.zhijian.registry.Subject;
import io.zhijian.semantics.likeness.Likeness;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An app like another, with what makes it so.
 *
 * @param why the code of what makes it of use: above, used, same-host, same-region, same-line; or empty
 * @param suspected whether an overlap is likely and a person should look; never of a published app
 * @param ended when it went offline, where it did
 */
public record Candidate(
        Subject app,
        Likeness likeness,
        Use use,
        String why,
        boolean suspected,
        @Nullable Instant ended) {}
