package io.zhijian.semantics.check;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A way in which a burden, a duty or a tone is spoken of; from {@code semantics/cues.yaml}.
 *
 * @param article what it speaks for, or 0 for a tone
 * @param points the obligations it speaks for, the likeliest first
 */
record Cue(String id, int article, List<String> points, Pattern pattern) {

    boolean isBan() {
        return article > 0;
    }
}
