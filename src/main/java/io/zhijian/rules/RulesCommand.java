package io.zhijian.rules;

import static io.zhijian.base.Texts.t;

import io.zhijian.rules.book.Explanation;
import io.zhijian.rules.book.Rule;
import io.zhijian.rules.book.Rulebook;
import io.zhijian.rules.book.Verdict;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code rules test} and {@code rules explain}: the rulebook on the command line, without a server. */
public final class RulesCommand {

    private final Path home;
    private final Map<String, Class<? extends Record>> types;
    private final PrintStream out;

    private RulesCommand(Path home, Map<String, Class<? extends Record>> types, PrintStream out) {
        this.home = home;
        this.types = types;
        this.out = out;
    }

    /** Finds the subject to explain, by id or exact name. */
    @FunctionalInterface
    public interface Subjects {
        Optional<Judged> find(String idOrName);
    }

    /**
     * Runs one verb.
     *
     * @param args {@code test}, or {@code explain RULE SUBJECT}
     * @param home the folder that holds {@code regulations/} and {@code rules/}
     * @param types the record of facts for each kind of subject
     * @param subjects asked only by {@code explain}
     * @return the exit code: 0 well, 1 something is wrong, 2 not understood
     */
    public static int run(
            List<String> args,
            Path home,
            Map<String, Class<? extends Record>> types,
            Subjects subjects,
            PrintStream out) {
        RulesCommand command = new RulesCommand(home, types, out);
        try {
            if (args.equals(List.of("test"))) {
                return command.test();
            }
            if (args.size() == 3 && args.getFirst().equals("explain")) {
                return command.explain(args.get(1), subjects.find(args.get(2)));
            }
        } catch (IllegalStateException e) {
            out.println(e.getMessage());
            return 1;
        }
        out.println(t("rules.command.usage"));
        return 2;
    }

    private int test() {
        Rulebook book = Rulebook.load(home, types);
        int failed = 0;
        for (Rule rule : book.rules()) {
            List<String> faults = rule.examples().stream()
                    .flatMap(example -> fault(book, rule, example).stream())
                    .toList();
            out.printf(
                    "%-4s %-34s %-22s %-4s %d%n",
                    faults.isEmpty() ? "ok" : "FAIL",
                    rule.id(),
                    rule.basis().regulation() + "/" + rule.basis().article() + " "
                            + String.join(",", rule.basis().points()),
                    rule.enabled() ? "on" : "off",
                    rule.examples().size());
            faults.forEach(fault -> out.println("     " + fault));
            failed += faults.size();
        }
        out.println(failed == 0 ? t("rules.command.all-well", book.rules().size()) : t("rules.command.failed", failed));
        return failed == 0 ? 0 : 1;
    }

    private static Optional<String> fault(Rulebook book, Rule rule, Rule.Example example) {
        Verdict verdict = book.explain(rule, example.given())
                .map(Explanation::verdict)
                .orElseThrow(() -> new IllegalStateException(rule.id() + ": nobody knows facts about " + rule.about()));
        boolean asSaid = verdict.outcome() == example.found()
                && (example.missing().isEmpty() || new HashSet<>(example.missing()).equals(verdict.missing()));
        return asSaid
                ? Optional.empty()
                : Optional.of(example.given() + " => " + verdict.outcome() + " " + verdict.missing() + ", "
                        + t("rules.command.expected") + " " + example.found() + " " + example.missing());
    }

    private int explain(String ruleId, Optional<Judged> found) {
        Rulebook book = Rulebook.load(home, types);
        Optional<Rule> rule = book.rule(ruleId);
        if (rule.isEmpty() || found.isEmpty()) {
            out.println(t(rule.isEmpty() ? "rules.command.no-rule" : "rules.command.no-subject"));
            return 1;
        }
        Judged subject = found.get();
        Map<String, Object> facts = book.values(subject.subject().kind(), subject.facts());
        out.println(subject.name() + "  " + subject.subject());
        book.explain(rule.get(), facts).ifPresent(explanation -> out.print(explanation.text()));
        return 0;
    }
}
