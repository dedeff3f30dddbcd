package io.zhijian.registry.exchange.match;

import static io.zhijian.base.Texts.t;

import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.entry.Answer;
import io.zhijian.registry.entry.Field;
import io.zhijian.registry.entry.Options;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What registers kept in spreadsheets call things, from {@code exchange/words.yaml} and from the product's own labels. */
@Component
public class Vocabulary {

    private static final String FILE = "/exchange/words.yaml";
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Cf}\\p{Punct}、，。：；（）【】《》“”‘’·*＊]+");

    /** What follows in brackets explains and does not name. */
    private static final Pattern ASIDE = Pattern.compile("[((【\\[][^))】\\]]*[))】\\]]\\s*$");

    private final Map<SubjectKind, Map<String, Field>> headings = new HashMap<>();
    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<String, Map<String, String>> choices = new HashMap<>();
    private final Set<String> ignored;
    private final Set<String> blanks;
    private final Set<String> nothing;

    Vocabulary() {
        Map<?, ?> data = load();
        for (SubjectKind kind : SubjectKind.values()) {
            headings.put(kind, headings(kind, map(map(data.get("headings")).get(kind.code()))));
        }
        map(data.get("answers"))
                .forEach((answer, words) ->
                        plain(words).forEach(word -> answers.put(word, Answer.valueOf(answer.toString()))));
        ignored = plain(data.get("ignored"));
        blanks = words(data.get("blanks"));
        nothing = words(data.get("nothing"));
        Map<?, ?> synonyms = map(data.get("choices"));
        for (SubjectKind kind : SubjectKind.values()) {
            kind.shape().fields().stream()
                    .map(Field::options)
                    .filter(java.util.Objects::nonNull)
                    .forEach(options -> choices.computeIfAbsent(options.texts(), key -> choice(options, synonyms)));
        }
    }

    /** Without space, punctuation, case and width. */
    public static String plain(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return BETWEEN.matcher(folded).replaceAll("");
    }

    /** The field a heading names. */
    public Optional<Field> field(SubjectKind kind, String heading) {
        Map<String, Field> known = headings.getOrDefault(kind, Map.of());
        Field whole = known.get(plain(heading));
        String named = ASIDE.matcher(heading.strip()).replaceFirst("");
        return Optional.ofNullable(whole == null ? known.get(plain(named)) : whole);
    }

    public boolean ignores(String heading) {
        return ignored.contains(plain(heading));
    }

    public Optional<Answer> answer(String text) {
        String word = plain(text);
        return Optional.ofNullable(answers.get(word.isEmpty() ? text.strip().toLowerCase(Locale.ROOT) : word));
    }

    /** The constant that a text names. */
    public Optional<String> choice(Options options, String text) {
        return Optional.ofNullable(
                choices.getOrDefault(options.texts(), Map.of()).get(plain(text)));
    }

    public boolean blank(String text) {
        return blanks.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    public boolean nothing(String text) {
        return nothing.contains(text.strip());
    }

    private static Map<String, Field> headings(SubjectKind kind, Map<?, ?> synonyms) {
        Map<String, Field> known = new HashMap<>();
        for (Field field : kind.shape().fields()) {
            both(field.textKey()).forEach(label -> known.put(plain(label), field));
        }
        synonyms.forEach((path, words) -> {
            Field field = kind.shape().fields().stream()
                    .filter(each -> each.path().equals(path))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(FILE + ": no field " + path + " of " + kind));
            plain(words).forEach(word -> known.putIfAbsent(word, field));
        });
        return known;
    }

    private static Map<String, String> choice(Options options, Map<?, ?> synonyms) {
        Map<String, String> known = new HashMap<>();
        for (String name : options.names()) {
            known.put(plain(name), name);
            both(options.texts() + name.toLowerCase(Locale.ROOT)).forEach(label -> {
                known.put(plain(label), name);
                known.putIfAbsent(plain(ASIDE.matcher(label).replaceFirst("")), name);
            });
        }
        for (String name : options.names()) {
            plain(synonyms.get(name)).forEach(word -> known.putIfAbsent(word, name));
        }
        return known;
    }

    /** A text in both languages. */
    private static List<String> both(String key) {
        return List.of(in(Locale.SIMPLIFIED_CHINESE, () -> t(key)), in(Locale.ENGLISH, () -> t(key)));
    }

    private static String in(Locale locale, Supplier<String> words) {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(locale);
        try {
            return words.get();
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    private static Map<?, ?> load() {
        try (InputStream in = Vocabulary.class.getResourceAsStream(FILE)) {
            var settings = LoadSettings.builder().setLabel(FILE).build();
            return map(new Load(settings).loadFromInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static Set<String> plain(@Nullable Object value) {
        Set<String> plain = new HashSet<>();
        words(value).forEach(word -> plain.add(plain(word).isEmpty() ? word : plain(word)));
        return plain;
    }

    private static Set<String> words(@Nullable Object value) {
        Set<String> words = new HashSet<>();
        if (value instanceof List<?> list) {
            list.forEach(word -> words.add(word.toString()));
        }
        return words;
    }
}
