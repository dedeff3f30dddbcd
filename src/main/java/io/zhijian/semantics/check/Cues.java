package io.zhijian.semantics.check;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The cues as loaded, and where they stand in a text. */
final class Cues {

    /** How far a word that forbids or lifts reaches ahead, in characters of the same clause. */
    private static final int REACH = 16;

    private static final Pattern CLAUSE_END = Pattern.compile("[。;；!?！？\\n]");

    private final List<Cue> bans;
    private final List<Cue> tones;
    private final Pattern forbid;
    private final Pattern abolish;
    private final Pattern voluntary;

    private Cues(List<Cue> bans, List<Cue> tones) {
        this.bans = bans;
        this.tones = tones;
        forbid = tone("forbid");
        abolish = tone("abolish");
        voluntary = tone("voluntary");
    }

    /**
     * A cue found in a text.
     *
     * @param lifted it stands under a word that forbids or abolishes it
     * @param free it stands in a clause that leaves it to one's choice
     */
    record Hit(Cue cue, int from, int to, boolean lifted, boolean free) {}

    static Cues load(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Map<?, ?> root = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromReader(reader);
            List<Cue> bans = new ArrayList<>();
            part(root, "bans").forEach((id, value) -> bans.add(ban(String.valueOf(id), (Map<?, ?>) value)));
            List<Cue> tones = new ArrayList<>();
            part(root, "tones")
                    .forEach((id, pattern) -> tones.add(
                            new Cue(String.valueOf(id), 0, List.of(), Pattern.compile(String.valueOf(pattern)))));
            return new Cues(List.copyOf(bans), List.copyOf(tones));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<?, ?> part(Map<?, ?> root, String name) {
        return (Map<?, ?>) Objects.requireNonNull(root.get(name), name);
    }

    private static Cue ban(String id, Map<?, ?> value) {
        List<String> points = ((List<?>) Objects.requireNonNull(value.get("points")))
                .stream().map(String::valueOf).toList();
        return new Cue(
                id,
                ((Number) Objects.requireNonNull(value.get("article"))).intValue(),
                points,
                Pattern.compile(String.valueOf(value.get("pattern"))));
    }

    private Pattern tone(String id) {
        return tones.stream()
                .filter(tone -> tone.id().equals(id))
                .findFirst()
                .orElseThrow()
                .pattern();
    }

    List<Cue> bans() {
        return bans;
    }

    List<Cue> tones() {
        return tones;
    }

    /** Every burden spoken of, in the order of the cues. */
    List<Hit> hits(String text) {
        List<Hit> hits = new ArrayList<>();
        for (Cue ban : bans) {
            Matcher matcher = ban.pattern().matcher(text);
            while (matcher.find()) {
                hits.add(hit(ban, text, matcher.start(), matcher.end()));
            }
        }
        return hits;
    }

    private Hit hit(Cue cue, String text, int from, int to) {
        int start = clauseStart(text, from);
        String before = text.substring(Math.max(start, from - REACH), from);
        String clause = text.substring(start, clauseEnd(text, to));
        String after = text.substring(to, Math.min(clauseEnd(text, to), to + 10));
        boolean lifted = forbid.matcher(before).find()
                || abolish.matcher(before).find()
                || abolish.matcher(after).find();
        return new Hit(cue, from, to, lifted, voluntary.matcher(clause).find());
    }

    private static int clauseStart(String text, int at) {
        for (int i = at; i > 0; i--) {
            if (isEnd(text.charAt(i - 1))) {
                return i;
            }
        }
        return 0;
    }

    private static int clauseEnd(String text, int at) {
        for (int i = at; i < text.length(); i++) {
            if (isEnd(text.charAt(i))) {
                return i;
            }
        }
        return text.length();
    }

    private static boolean isEnd(char c) {
        return c == '\u3002' || c == ';' || c == '\uff1b' || c == '!' || c == '?' || c == '\n';
    }

    static String[] sentences(String text) {
        return CLAUSE_END.split(text);
    }
}
