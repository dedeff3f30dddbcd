package io.zhijian.registry;

import io.zhijian.base.Scope;
import io.zhijian.people.UnitLevel;
import io.zhijian.registry.entry.Form;
import io.zhijian.registry.life.Stage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a list of one kind is narrowed to; null or blank means no matter.
 *
 * @param within where the subject is held
 */
public record SubjectQuery(
        SubjectKind kind,
        String text,
        @Nullable Stage stage,
        @Nullable Form form,
        @Nullable UnitLevel level,
        @Nullable Provenance provenance,
        boolean withFindings,
        boolean toComplete,
        Order order,
        Scope.@Nullable Place within) {

    private static final int TERMS = 8;
    private static final int TERM_LENGTH = 60;

    /** How the list is sorted; hosts' own entries stand before published ones unless another order is chosen. */
    public enum Order {
        /** What is called as asked stands first; the database does not know how well something fits. */
        RELEVANT("provenance, updated_at desc, id"),
        CHANGED("provenance, updated_at desc, id"),
        NAME("name collate \"und-x-icu\", id"),
        HOST("host_name collate \"und-x-icu\", name, id");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }
    }

    /** Wherever it is held. */
    public SubjectQuery(
            SubjectKind kind,
            String text,
            @Nullable Stage stage,
            @Nullable Form form,
            @Nullable UnitLevel level,
            @Nullable Provenance provenance,
            boolean withFindings,
            boolean toComplete,
            Order order) {
        this(kind, text, stage, form, level, provenance, withFindings, toComplete, order, null);
    }

    /** Everything of a kind within reach. */
    public static SubjectQuery all(SubjectKind kind) {
        return new SubjectQuery(kind, "", null, null, null, null, false, false, Order.CHANGED);
    }

    /** What hosts have declared themselves. */
    public static SubjectQuery own(SubjectKind kind) {
        return all(kind).from(Provenance.OWN);
    }

    public SubjectQuery from(Provenance source) {
        return new SubjectQuery(kind, text, stage, form, level, source, withFindings, toComplete, order, within);
    }

    public SubjectQuery matching(String words) {
        return new SubjectQuery(kind, words, stage, form, level, provenance, withFindings, toComplete, order, within);
    }

    /** As an address asks for it; what it does not know is left out. */
    public static SubjectQuery of(SubjectKind kind, Map<String, String> wish) {
        String text = wish.getOrDefault("q", "").strip();
        Order order = chosen(Order.values(), wish.get("order"));
        return new SubjectQuery(
                kind,
                text,
                chosen(Stage.values(), wish.get("stage")),
                kind.form(wish.getOrDefault("form", "")).orElse(null),
                chosen(UnitLevel.values(), wish.get("level")),
                chosen(Provenance.values(), wish.get("provenance")),
                "true".equals(wish.get("findings")),
                "true".equals(wish.get("toComplete")),
                order == null ? usual(text) : order,
                Scope.Place.of(wish.getOrDefault("within", "")).orElse(null));
    }

    private static Order usual(String text) {
        return text.isBlank() ? Order.CHANGED : Order.RELEVANT;
    }

    private static <E extends Enum<E>> @Nullable E chosen(E[] values, @Nullable String wish) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(wish))
                .findFirst()
                .orElse(null);
    }

    /** The parameters of its address, always in the same order: only what is asked for. */
    public Map<String, String> parameters() {
        Map<String, String> wishes = new LinkedHashMap<>();
        put(wishes, "q", text);
        put(wishes, "stage", stage == null ? "" : stage.name());
        put(wishes, "form", form == null ? "" : form.name());
        put(wishes, "level", level == null ? "" : level.name());
        put(wishes, "provenance", provenance == null ? "" : provenance.name());
        put(wishes, "findings", withFindings ? "true" : "");
        put(wishes, "toComplete", toComplete ? "true" : "");
        put(wishes, "within", within == null ? "" : within.code());
        put(wishes, "order", order == usual(text) ? "" : order.name());
        return wishes;
    }

    private static void put(Map<String, String> wishes, String key, String value) {
        if (!value.isEmpty()) {
            wishes.put(key, value);
        }
    }

    /** Its address below a path of its kind, such as "" or "/export", with one parameter changed; "" takes it out. */
    public String address(String below, String key, String value) {
        Map<String, String> wishes = parameters();
        if (!key.isEmpty()) {
            wishes.put(key, value);
        }
        StringBuilder address = new StringBuilder("/").append(kind.path()).append(below);
        char before = '?';
        for (Map.Entry<String, String> wish : wishes.entrySet()) {
            if (!wish.getValue().isEmpty()) {
                address.append(before)
                        .append(wish.getKey())
                        .append('=')
                        .append(URLEncoder.encode(wish.getValue(), StandardCharsets.UTF_8));
                before = '&';
            }
        }
        return address.toString();
    }

    public String address(String below) {
        return address(below, "", "");
    }

    /** The LIKE patterns that must all match, signs of LIKE taken literally. */
    List<String> patterns() {
        return terms().stream()
                .map(term -> "%" + term.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toList();
    }

    /** What must all occur: words parted by blanks, folded. */
    public List<String> terms() {
        if (text.isBlank()) {
            return List.of();
        }
        return Arrays.stream(folded(text).split("[\\s\\p{Z}]+"))
                .filter(term -> !term.isEmpty())
                .limit(TERMS)
                .map(term -> term.substring(
                        0, term.offsetByCodePoints(0, Math.min(TERM_LENGTH, term.codePointCount(0, term.length())))))
                .toList();
    }

    /** As the search text is stored: one width of letters, no capitals, no sign that cannot be stored. */
    public static String folded(String text) {
        return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{Cc}\\uD800-\\uDFFF]", " ");
    }
}
