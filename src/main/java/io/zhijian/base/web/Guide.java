package io.zhijian.base.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/** Slot: a guide may stand under a page and say what to look at. */
@NamedInterface("guide")
public interface Guide {

    Optional<Bar> barFor(HttpServletRequest request);

    /**
     * The guide's bar; where it leads are addresses that forms post to.
     *
     * @param position such as 2 / 6
     * @param back null on the first step
     * @param next null on the last one
     */
    @NamedInterface("guide")
    record Bar(
            String position,
            String words,
            @Nullable String back,
            @Nullable String next,
            String nextLabel,
            String leave) {}
}
