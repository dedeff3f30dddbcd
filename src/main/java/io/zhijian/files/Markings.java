package io.zhijian.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Finds signs of classified text (绝密, 机密, 秘密, 工作秘密, internal papers) by the patterns of
 * {@code regulations/markings.yaml}; ordinary prose about secrets is let through.
 */
public class Markings {

    /** What nobody sees: format and control characters, variation selectors, fillers. */
    private static final String INVISIBLE = "[\\p{Cf}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u3164\\uFE00-\\uFE0F"
            + "\\x{E0100}-\\x{E01EF}[\\p{Cc}&&[^\\n\\r\\t]]]";

    private static final Pattern UNSEEN = Pattern.compile(INVISIBLE);
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|[\\u2028\\u2029]");
    private static final Pattern PART = Pattern.compile("\\{\\{([a-z]+)}}");

    /** Longer texts are looked at in pieces, which overlap by more than the longest mark. */
    private static final int OVERLAP = 200;

    private static final int PIECE = 100_000;

    private final Map<String, Pattern> patterns = new LinkedHashMap<>();

    private final String needs;

    private Markings(String needs) {
        this.needs = needs;
    }

    /** Reads the patterns under the product's home directory; a pattern that does not compile stops the start. */
    public static Markings read(Path home) {
        Path file = home.resolve("regulations/markings.yaml");
        try {
            var settings = LoadSettings.builder().setLabel(file.toString()).build();
            Map<?, ?> data = (Map<?, ?>) new Load(settings).loadFromString(Files.readString(file));
            return of(data);
        } catch (IOException e) {
            throw new UncheckedIOException("the patterns of secrecy marks are missing: " + file, e);
        }
    }

    private static Markings of(Map<?, ?> data) {
        Markings markings = new Markings(required(data, "needs").toString());
        Map<?, ?> parts = (Map<?, ?>) required(data, "parts");
        for (Object each : (List<?>) required(data, "patterns")) {
            Map<?, ?> pattern = (Map<?, ?>) each;
            String regex = expand(required(pattern, "regex").toString(), parts);
            markings.patterns.put(
                    required(pattern, "id").toString(), Pattern.compile(regex, Pattern.MULTILINE | Pattern.UNIX_LINES));
        }
        return markings;
    }

    /** The id of the first pattern that this text shows, if any; the text itself is never kept or told. */
    public Optional<String> find(String text) {
        String visible = visible(text);
        if (visible.chars().noneMatch(c -> needs.indexOf(c) >= 0)) {
            return Optional.empty();
        }
        for (int from = 0; from == 0 || from < visible.length() - OVERLAP; from += PIECE - OVERLAP) {
            String piece = visible.substring(from, Math.min(visible.length(), from + PIECE));
            for (Map.Entry<String, Pattern> pattern : patterns.entrySet()) {
                if (pattern.getValue().matcher(piece).find()) {
                    return Optional.of(pattern.getKey());
                }
            }
        }
        return Optional.empty();
    }

    /** The patterns by id, as the browser uses them too (JavaScript, flags m and u). */
    public Map<String, String> sources() {
        Map<String, String> sources = new LinkedHashMap<>();
        patterns.forEach((id, pattern) -> sources.put(id, pattern.pattern()));
        return sources;
    }

    /** As a reader sees it: full-width as half-width, variants as the character itself, nothing invisible. */
    private static String visible(String text) {
        String lines = LINE_END.matcher(text).replaceAll("\n");
        return Normalizer.normalize(UNSEEN.matcher(lines).replaceAll(""), Normalizer.Form.NFKC);
    }

    private static String expand(String regex, Map<?, ?> parts) {
        String expanded = regex;
        while (PART.matcher(expanded).find()) {
            expanded = PART.matcher(expanded)
                    .replaceAll(part -> java.util.regex.Matcher.quoteReplacement(
                            required(parts, part.group(1)).toString()));
        }
        return expanded;
    }

    private static Object required(Map<?, ?> map, String key) {
        Object value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("regulations/markings.yaml: '" + key + "' is missing");
        }
        return value;
    }
}
