package io.zhijian.semantics.check;

import java.util.List;

/**
 * What the checker has to say on one text.
 *
 * @param confidence in the verdict, 0 to 1
 * @param breaches the likeliest first; empty where nothing is suspected
 */
public record Checked(Verdict verdict, double confidence, List<Breach> breaches) {}
