package io.zhijian.semantics.check;

import io.zhijian.semantics.PlainText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;

/** Reads a text and says what it suspects: verdict, clauses, words. Safe for many threads; keeps nothing of what it read. */
public final class Checker {

    /** The longest text that is read in one piece, in characters; a longer one is read a few sentences at a time. */
    private static final int ONE_PIECE = 160;

    /** An article is named from this chance on; the likeliest is named in any case. */
    static final double NAMED_FROM = 0.25;

    /** Below this chance of the likeliest verdict a person is asked. */
    static final double SURE_FROM = 0.7;

    /** One piece of a long text is called a violation from this chance on, since many pieces give many chances to err. */
    private static final double PIECE_FROM = 0.85;

    private static final Path FOLDER = Path.of("semantics");

    private final Cues cues;
    private final CheckModel model;

    Checker(Cues cues, CheckModel model) {
        this.cues = cues;
        this.model = model;
    }

    /**
     * Loads cues and weights.
     *
     * @param home the folder that holds {@code semantics/}
     */
    public static Checker load(Path home) {
        Path folder = home.resolve(FOLDER);
        Cues cues = Cues.load(folder.resolve("cues.yaml"));
        return new Checker(cues, CheckModel.read(folder.resolve("checker.bin"), cues, origin(folder)));
    }

    /** Learns the weights anew from the labelled texts and writes them beside them. */
    public static Checker learn(Path home) {
        Path folder = home.resolve(FOLDER);
        Cues cues = Cues.load(folder.resolve("cues.yaml"));
        CheckModel model = CheckModel.learn(cues, trainingTexts(home));
        model.write(folder.resolve("checker.bin"), origin(folder));
        return new Checker(cues, model);
    }

    /** The texts that the weights are learned from. */
    public static List<LabelledText> trainingTexts(Path home) {
        List<LabelledText> texts = new ArrayList<>();
        trainingFiles(home.resolve(FOLDER)).forEach(file -> texts.addAll(LabelledText.load(file)));
        return texts;
    }

    /** Without the texts of one fold, for cross-validation. */
    public static Checker learnFrom(Path home, List<LabelledText> texts) {
        Cues cues = Cues.load(home.resolve(FOLDER).resolve("cues.yaml"));
        return new Checker(cues, CheckModel.learn(cues, texts));
    }

    private static List<Path> trainingFiles(Path folder) {
        try (var files = Files.list(folder.resolve("texts"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("train"))
                    .sorted()
                    .toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What the weights were learned from, as one number: texts and cues, byte by byte. */
    private static String origin(Path folder) {
        CRC32 sum = new CRC32();
        try {
            for (Path file : trainingFiles(folder)) {
                sum.update(Files.readAllBytes(file));
            }
            sum.update(Files.readAllBytes(folder.resolve("cues.yaml")));
            sum.update(io.zhijian.semantics.Embedder.MODEL.getBytes(StandardCharsets.UTF_8));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return Long.toHexString(sum.getValue());
    }

    /** Checks a text of any length. */
    public Checked check(String original) {
        PlainText text = PlainText.of(original);
        if (text.text().chars().noneMatch(c -> PlainText.isChinese((char) c))) {
            boolean empty = text.text().codePoints().noneMatch(Character::isLetter);
            return new Checked(empty ? Verdict.BENIGN : Verdict.UNSURE, empty ? 1 : 0, List.of());
        }
        return text.length() <= ONE_PIECE ? whole(text) : pieces(text);
    }

    private Checked whole(PlainText text) {
        CheckModel.Chances chances = model.chances(text.text());
        return judge(text, 0, text.length(), chances, SURE_FROM);
    }

    private Checked judge(PlainText text, int from, int to, CheckModel.Chances chances, double sureFrom) {
        Verdict verdict = Verdict.VIOLATION;
        for (Verdict other : List.of(Verdict.EXCEPTION, Verdict.BENIGN)) {
            verdict = chances.of(other) > chances.of(verdict) ? other : verdict;
        }
        double confidence = chances.of(verdict);
        if (confidence < sureFrom) {
            verdict = Verdict.UNSURE;
        }
        List<Breach> breaches = verdict == Verdict.BENIGN ? List.of() : breaches(text, from, to, chances);
        return new Checked(verdict, confidence, breaches);
    }

    private Checked pieces(PlainText text) {
        List<Breach> breaches = new ArrayList<>();
        Verdict verdict = Verdict.BENIGN;
        double confidence = 0;
        double benign = 1;
        for (int[] piece : Pieces.of(text.text())) {
            CheckModel.Chances chances = model.chances(text.text().substring(piece[0], piece[1]));
            Checked checked = judge(text, piece[0], piece[1], chances, SURE_FROM);
            benign = Math.min(benign, chances.of(Verdict.BENIGN) + chances.of(Verdict.EXCEPTION));
            if (checked.verdict() == Verdict.VIOLATION && checked.confidence() >= PIECE_FROM) {
                breaches.addAll(checked.breaches());
                confidence = Math.max(confidence, checked.confidence());
                verdict = Verdict.VIOLATION;
            } else if (checked.verdict() == Verdict.EXCEPTION && verdict == Verdict.BENIGN) {
                verdict = Verdict.EXCEPTION;
            }
        }
        return new Checked(verdict, verdict == Verdict.VIOLATION ? confidence : benign, merged(breaches));
    }

    private static List<Breach> merged(List<Breach> breaches) {
        List<Breach> merged = new ArrayList<>();
        for (Breach breach : breaches) {
            int at = -1;
            for (int i = 0; i < merged.size(); i++) {
                at = merged.get(i).article() == breach.article() ? i : at;
            }
            if (at < 0) {
                merged.add(breach);
            } else {
                Breach before = merged.get(at);
                List<Breach.Span> words = new ArrayList<>(before.words());
                words.addAll(breach.words());
                Breach surer = before.confidence() >= breach.confidence() ? before : breach;
                merged.set(
                        at, new Breach("K23", surer.article(), surer.point(), surer.confidence(), List.copyOf(words)));
            }
        }
        merged.sort(Comparator.comparingDouble(Breach::confidence).reversed());
        return List.copyOf(merged);
    }

    private List<Breach> breaches(PlainText text, int from, int to, CheckModel.Chances chances) {
        List<Breach> breaches = new ArrayList<>();
        int likeliest = CheckModel.FIRST_ARTICLE;
        for (int article = CheckModel.FIRST_ARTICLE; article <= CheckModel.LAST_ARTICLE; article++) {
            likeliest = chances.article(article) > chances.article(likeliest) ? article : likeliest;
        }
        Suspects suspects = new Suspects(cues, text, from, to);
        for (int article = CheckModel.FIRST_ARTICLE; article <= CheckModel.LAST_ARTICLE; article++) {
            if (article == likeliest || chances.article(article) >= NAMED_FROM) {
                breaches.add(new Breach(
                        "K23",
                        article,
                        suspects.point(article, chances.points()),
                        Math.round(chances.article(article) * 100) / 100.0,
                        suspects.words(article)));
            }
        }
        breaches.sort(Comparator.comparingDouble(Breach::confidence).reversed());
        return List.copyOf(breaches);
    }
}
