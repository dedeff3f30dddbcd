package io.zhijian.registry.nearest.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Texts;
import io.zhijian.registry.Subject;
import io.zhijian.registry.nearest.Candidate;
import io.zhijian.registry.nearest.Nearest;
import io.zhijian.registry.nearest.Use;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Apps like one, by what they may be good for.
 *
 * @param saysEnough whether its entry says enough to compare it
 * @param entered when it came into the register
 */
public record NearestPage(Subject subject, boolean saysEnough, Instant entered, Nearest nearest) {

    private static final double CLOSE = 0.8;
    private static final double NEAR = 0.65;

    /** Apps of one use. */
    public record Group(Use use, List<Candidate> candidates) {

        public String title() {
            return t("nearest.use." + use.code());
        }

        public String hint() {
            return t("nearest.use." + use.code() + ".hint");
        }
    }

    public List<Group> groups() {
        return Arrays.stream(Use.values())
                .map(use -> new Group(use, nearest.of(use)))
                .filter(group -> !group.candidates().isEmpty())
                .toList();
    }

    /** What makes it of use here, or when it ended; empty where there is nothing to say. */
    public String why(Candidate candidate) {
        Instant ended = candidate.ended();
        if (ended != null) {
            return ended.isBefore(entered)
                    ? t("nearest.ended.before", Texts.date(ended), Texts.date(entered))
                    : t("nearest.ended.at", Texts.date(ended));
        }
        return candidate.why().isEmpty() ? "" : t("nearest.why." + candidate.why());
    }

    /** How close two functions are, in words. */
    public static String closeness(double cosine) {
        return t(cosine >= CLOSE ? "nearest.close" : cosine >= NEAR ? "nearest.rather" : "nearest.somewhat");
    }
}
