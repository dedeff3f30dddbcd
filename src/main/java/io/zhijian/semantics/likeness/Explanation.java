package io.zhijian.semantics.likeness;

import io.zhijian.semantics.PlainText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says why two apps are held for alike, so that a reviewer can check it: function by function, word by word. */
final class Explanation {

    /** Two short texts of one meaning are at least this close; unrelated ones reach 0.5. */
    private static final double MEETS_FROM = 0.55;

    private static final int MEETINGS = 5;

    private final Topics topics;
    private final Vectors vectors;

    Explanation(Topics topics, Vectors vectors) {
        this.topics = topics;
        this.vectors = vectors;
    }

    Likeness of(String proposal, Known app, double chance, boolean likely) {
        List<String> shared = shared(proposal, app);
        List<Likeness.Meeting> meetings =
                likely ? meetings(parts(proposal), app.profile().functions()) : List.of();
        return new Likeness(app.profile(), Math.round(chance * 1000) / 1000.0, likely, meetings, shared);
    }

    private List<String> shared(String proposal, Known app) {
        Set<String> shared = new LinkedHashSet<>();
        Set<String> theirs = Set.copyOf(io.zhijian.semantics.Words.of(app.all()));
        io.zhijian.semantics.Words.of(proposal).stream()
                .filter(word -> word.length() > 1 && theirs.contains(word))
                .forEach(shared::add);
        shared.addAll(topics.common(proposal, app.all()));
        return List.copyOf(shared);
    }

    static List<String> parts(String proposal) {
        return Arrays.stream(proposal.split("[,;:\\n\u3002\u3001\uff0c\uff1b\uff1a]|\u4ee5\u53ca|\u5e76"))
                .map(String::strip)
                .filter(part -> part.length() > 1)
                .limit(20)
                .toList();
    }

    private List<Likeness.Meeting> meetings(List<String> ours, List<String> theirs) {
        List<Likeness.Meeting> meetings = new ArrayList<>();
        for (String function : theirs) {
            Meaning meaning = vectors.of(PlainText.of(function).text());
            ours.stream()
                    .map(part -> new Likeness.Meeting(
                            part, function, Math.round(vectors.of(part).cosine(meaning) * 100) / 100.0))
                    .max(Comparator.comparingDouble(Likeness.Meeting::closeness))
                    .filter(meeting -> meeting.closeness() >= MEETS_FROM)
                    .ifPresent(meetings::add);
        }
        meetings.sort(Comparator.comparingDouble(Likeness.Meeting::closeness).reversed());
        return List.copyOf(meetings.subList(0, Math.min(MEETINGS, meetings.size())));
    }
}
