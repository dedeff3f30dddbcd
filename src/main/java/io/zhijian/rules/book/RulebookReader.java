package io.zhijian.rules.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads {@code regulations/} and {@code rules/}; collects everything that is wrong before it refuses. */
final class RulebookReader {

    private final Path home;
    private final Map<String, FactType> types = new LinkedHashMap<>();
    private final Map<String, Regulation> regulations = new LinkedHashMap<>();
    private final List<Condition> conditions = new ArrayList<>();
    private final List<Rule> asleep = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private RulebookReader(Path home, Map<String, Class<? extends Record>> types) {
        this.home = home;
        types.forEach((kind, type) -> this.types.put(kind, new FactType(kind, type)));
    }

    static Rulebook read(Path home, Map<String, Class<? extends Record>> types) {
        RulebookReader reader = new RulebookReader(home, types);
        reader.each(home.resolve("regulations"), reader::regulation);
        reader.each(home.resolve("rules"), reader::rule);
        if (!reader.faults.isEmpty()) {
            throw new IllegalStateException("The rulebook cannot be used:\n  " + String.join("\n  ", reader.faults));
        }
        return new Rulebook(reader.types, reader.regulations, reader.conditions, reader.asleep);
    }

    /** A rule as it once stood, from its kept text. */
    static Rule rule(String text) {
        return Rule.from(new Node("kept rule", "", Canonical.parse(text)), Canonical.hash(text), text);
    }

    private void each(Path folder, Consumer<Path> read) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("The rulebook cannot be used: " + folder.toAbsolutePath() + " is missing");
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(file -> attempt(file, read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void attempt(Path file, Consumer<Path> read) {
        try {
            read.accept(file);
        } catch (IllegalStateException e) {
            String reason = String.valueOf(e.getMessage());
            String name = name(file);
            faults.add((reason.startsWith(name) ? reason : name + ": " + reason).replace("\n", "\n    "));
        }
    }

    private void regulation(Path file) {
        if (!Character.isUpperCase(file.getFileName().toString().charAt(0))) {
            return; // other data that lies beside the regulations, such as the marks of secrecy
        }
        Node node = Node.read(home, file);
        Regulation regulation = Regulation.from(node, Canonical.hash(Canonical.text(node.map())));
        if (!name(file).matches("regulations/(local/)?" + regulation.id() + "[.]yaml")) {
            throw node.bad("is called '" + regulation.id() + "' inside");
        }
        regulations.put(regulation.id(), regulation);
    }

    private void rule(Path file) {
        Node node = Node.read(home, file);
        String text = Canonical.text(node.map());
        Rule rule = Rule.from(node, Canonical.hash(text), text);
        if (!name(file).equals("rules/" + rule.id().replaceFirst("\\.", "/") + ".yaml")) {
            throw node.bad("is called '" + rule.id() + "' inside");
        }
        RuleCheck.check(node, rule, regulations);
        FactType type = types.get(rule.about());
        if (type != null) {
            Condition condition = Condition.compile(type, rule);
            RuleCheck.checkFacts(node, condition);
            conditions.add(condition);
        } else if (types.isEmpty()) {
            asleep.add(rule);
        } else {
            throw node.bad("about: nobody knows facts about '" + rule.about() + "'");
        }
    }

    private String name(Path file) {
        return home.relativize(file).toString().replace('\\', '/');
    }
}
