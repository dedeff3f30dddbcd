package io.zhijian.registry.door.precheck;

import static io.zhijian.base.Texts.t;

import io.zhijian.semantics.check.Breach;
import io.zhijian.semantics.check.Checked;
import io.zhijian.semantics.check.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What a text's author is told.
 *
 * @param headline in one sentence
 * @param tone of the box around it: warning, info, success
 * @param pieces the text, suspect words apart
 * @param hints the likeliest first
 */
public record Answer(String headline, String tone, List<Piece> pieces, List<Hint> hints) {

    /** A stretch of the text; the article that its words are suspected under, 0 where none. */
    public record Piece(String text, int article) {}

    /** What may be broken, in which words, and how to write it otherwise. */
    public record Hint(int article, String topic, String advice, List<String> words) {}

    private record Suspect(int article, Breach.Span span) {}

    static Answer of(String text, Checked checked) {
        String tone = switch (checked.verdict()) {
            case VIOLATION -> "warning";
            case UNSURE, EXCEPTION -> "info";
            case BENIGN -> "success";
        };
        String headline = t("precheck.verdict." + checked.verdict().name().toLowerCase(Locale.ROOT));
        boolean clear = checked.verdict() == Verdict.BENIGN;
        List<Breach> breaches = clear ? List.of() : checked.breaches();
        return new Answer(
                headline,
                tone,
                pieces(text, breaches),
                breaches.stream().map(Answer::hint).toList());
    }

    /** The same without the empty lines that part a document's paragraphs. */
    Answer tight() {
        return new Answer(
                headline,
                tone,
                pieces.stream()
                        .map(piece -> new Piece(piece.text().replace("\n\n", "\n"), piece.article()))
                        .toList(),
                hints);
    }

    private static Hint hint(Breach breach) {
        return new Hint(
                breach.article(),
                t("precheck.topic." + breach.article()),
                t("precheck.advice." + breach.article()),
                breach.words().stream().map(Breach.Span::text).distinct().toList());
    }

    /** Where words are suspected under two articles, they are shown under the likelier. */
    private static List<Piece> pieces(String text, List<Breach> breaches) {
        List<Suspect> suspects = new ArrayList<>();
        breaches.forEach(breach -> breach.words().forEach(span -> suspects.add(new Suspect(breach.article(), span))));
        suspects.sort(Comparator.comparingInt(suspect -> suspect.span().from()));
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Suspect suspect : suspects) {
            if (suspect.span().from() >= at) {
                pieces.add(new Piece(text.substring(at, suspect.span().from()), 0));
                pieces.add(new Piece(suspect.span().text(), suspect.article()));
                at = suspect.span().to();
            }
        }
        pieces.add(new Piece(text.substring(at), 0));
        return List.copyOf(pieces);
    }
}
