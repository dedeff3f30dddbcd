package io.zhijian.semantics.check;

import io.zhijian.semantics.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The words of a stretch that speak for an article, and the point they speak for. */
final class Suspects {

    private final PlainText text;
    private final List<Cues.Hit> hits;
    private final int offset;

    Suspects(Cues cues, PlainText text, int from, int to) {
        this.text = text;
        this.offset = from;
        this.hits = cues.hits(text.text().substring(from, to));
    }

    /** What the model holds likeliest among the article's points; cues decide where it has seen none. */
    String point(int article, Map<String, Double> chances) {
        String prefix = "A" + article + ".";
        var seen = hits.stream()
                .filter(hit -> hit.cue().article() == article && !hit.lifted())
                .map(hit -> hit.cue().points().getFirst())
                .toList();
        return chances.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .max(Comparator.comparingDouble(entry -> entry.getValue() + (seen.contains(entry.getKey()) ? 0.15 : 0)))
                .map(Map.Entry::getKey)
                .orElse(seen.isEmpty() ? prefix + "1" : seen.getFirst());
    }

    /** The suspect words, in the original's spelling and order; overlapping ones are one. */
    List<Breach.Span> words(int article) {
        List<Breach.Span> spans = new ArrayList<>();
        hits.stream()
                .filter(hit -> hit.cue().article() == article && !hit.lifted())
                .sorted(Comparator.comparingInt(Cues.Hit::from))
                .forEach(hit -> add(spans, offset + hit.from(), offset + hit.to()));
        return List.copyOf(spans);
    }

    private void add(List<Breach.Span> spans, int from, int to) {
        int start = text.origin(from);
        int end = text.origin(to - 1) + 1;
        if (!spans.isEmpty() && spans.getLast().to() >= start) {
            Breach.Span last = spans.removeLast();
            start = last.from();
            end = Math.max(end, last.to());
        }
        spans.add(new Breach.Span(start, end, text.original().substring(start, end)));
    }
}
