package io.zhijian.semantics.evaluation;

import io.zhijian.semantics.check.Checker;
import io.zhijian.semantics.likeness.Calibration;
import io.zhijian.semantics.likeness.Vectors;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code evaluate}: measures both machines on the labelled sets and writes {@code docs/generated/evaluation.md}. */
public final class EvaluateCommand {

    private static final Path REPORT = Path.of("docs", "generated", "evaluation.md");

    private EvaluateCommand() {}

    /**
     * Measures; a minute or two.
     *
     * @param learn whether to learn the weights anew first
     * @return the exit code: 0 well
     */
    public static int run(boolean learn, Path home, PrintStream out) {
        Vectors vectors = new Vectors();
        if (learn) {
            Checker.learn(home);
            Calibration.learn(OverlapMeasures.register(home), OverlapMeasures.training(home), home, vectors);
        }
        List<String> lines = new ArrayList<>(List.of(
                "# How well texts are understood",
                "",
                "Written by `./zhijian evaluate`; how the sets were made stands in `docs/decisions/0014-texts.md`. Each figure is"
                        + " followed by the interval that holds 95 % of 2 000 bootstrap resamples.",
                "",
                "## Overlap between apps",
                ""));
        lines.addAll(new OverlapMeasures(home, vectors).lines());
        lines.addAll(List.of("", "## Text check", ""));
        lines.addAll(new TextMeasures(home).lines());
        lines.forEach(out::println);
        Path report = home.resolve(REPORT);
        try {
            Files.createDirectories(report.getParent());
            Files.write(report, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return 0;
    }
}
