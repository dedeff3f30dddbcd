package io.zhijian;

import io.zhijian.base.Texts;
import io.zhijian.semantics.check.CheckCommand;
import io.zhijian.semantics.evaluation.EvaluateCommand;
import io.zhijian.semantics.likeness.SimilarCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.LogManager;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** The verbs that read texts only: no server, no database, no data directory. */
final class TextCommands {

    static final Set<String> VERBS = Set.of("similar", "check", "evaluate");

    private static final Set<String> SIMILAR_OPTIONS = Set.of("--register", "--queries", "--top", "--vectors");

    private TextCommands() {}

    static int run(String verb, List<String> words) {
        // what libraries have to tell while they load would stand among the answers
        LoggingSystem.get(TextCommands.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        LogManager.getLogManager().reset();
        Path home = Path.of(System.getProperty("zhijian.home", "."));
        return switch (verb) {
            case "similar" -> SimilarCommand.run(options(words), home, System.out);
            case "check" -> check(new ArrayList<>(words), home);
            default -> {
                words.stream().filter(word -> !word.equals("--learn")).forEach(TextCommands::unknown);
                yield EvaluateCommand.run(words.contains("--learn"), home, System.out);
            }
        };
    }

    private static int check(List<String> words, Path home) {
        boolean force = words.remove("--force");
        String commented = "";
        int out = words.indexOf("--out");
        if (out >= 0) {
            words.remove(out);
            if (out == words.size()) {
                throw new IllegalArgumentException(Texts.t("docx.command.out"));
            }
            commented = words.remove(out);
        }
        words.stream().filter(word -> word.startsWith("--")).forEach(TextCommands::unknown);
        return CheckCommand.run(words, commented, force, home, System.in, System.out);
    }

    private static Map<String, String> options(List<String> words) {
        Map<String, String> options = new HashMap<>();
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String option = rest.next();
            if (!SIMILAR_OPTIONS.contains(option)) {
                unknown(option);
            }
            if (!rest.hasNext()) {
                throw new IllegalArgumentException("选项缺少取值 option needs a value: " + option);
            }
            options.put(option, rest.next());
        }
        return options;
    }

    private static void unknown(String word) {
        throw new IllegalArgumentException("不认识的选项 unknown option: " + word + "(./zhijian help)");
    }
}
