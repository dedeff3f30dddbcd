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

    /** @param proposal in plain text */
    Likeness of(String proposal, Near near, boolean functions) {
        return of(proposal, functions ? parts(proposal) : List.of(), near);
    }

    Likeness of(Profile proposal, Near near, boolean functions) {
        String plain = PlainText.of(proposal.text()).text();
        List<String> ours = proposal.functions().isEmpty() ? parts(plain) : proposal.functions();
        return of(plain, functions ? ours : List.of(), near);
    }

    private Likeness of(String plain, List<String> ours, Near near) {
        return new Likeness(
                near.app(),
                Math.round(near.chance() * 1000) / 1000.0,
                near.likely(),
                ours.isEmpty() ? List.of() : meetings(ours, near.app().functions()),
                shared(plain, near.known()));
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
            Meaning meaning = meaning(function);
            ours.stream()
                    .map(part -> new Likeness.Meeting(
                            part, function, Math.round(meaning(part).cosine(meaning) * 100) / 100.0))
                    .max(Comparator.comparingDouble(Likeness.Meeting::closeness))
                    .filter(meeting -> meeting.closeness() >= MEETS_FROM)
                    .ifPresent(meetings::add);
        }
        meetings.sort(Comparator.comparingDouble(Likeness.Meeting::closeness).reversed());
        return List.copyOf(meetings.subList(0, Math.min(MEETINGS, meetings.size())));
    }

    private Meaning meaning(String function) {
        return vectors.of(PlainText.of(function).text());
    }
}
