package io.zhijian.semantics.likeness;

import java.util.List;

/**
 * How like an app is to a proposal.
 *
 * @param score the chance that both do the same work, 0 to 1, calibrated on labelled pairs
 * @param likely whether an overlap is likely; a reviewer decides
 * @param meetings which function of the app meets which part of the proposal
 * @param shared the words both use
 */
public record Likeness(Profile app, double score, boolean likely, List<Meeting> meetings, List<String> shared) {

    /**
     * A function that meets a part of the proposal.
     *
     * @param ours the part of the proposal
     * @param theirs the function of the app
     * @param closeness cosine of their meanings, 0 to 1
     */
    public record Meeting(String ours, String theirs, double closeness) {}
}
