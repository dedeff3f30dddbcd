package io.zhijian.registry;

import io.zhijian.people.UnitLevel;
import io.zhijian.registry.entry.Form;
import io.zhijian.registry.life.Stage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a list of one kind is narrowed to; null or blank means no matter. */
public record SubjectQuery(
        SubjectKind kind,
        String text,
        @Nullable Stage stage,
        @Nullable Form form,
        @Nullable UnitLevel level,
        @Nullable Provenance provenance,
        boolean withFindings,
        boolean toComplete,
        Order order) {

    private static final int TERMS = 8;
    private static final int TERM_LENGTH = 60;

    /** How the list is sorted; hosts' own entries stand before published ones unless another order is chosen. */
    public enum Order {
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

    /** Everything of a kind within reach. */
    public static SubjectQuery all(SubjectKind kind) {
        return new SubjectQuery(kind, "", null, null, null, null, false, false, Order.CHANGED);
    }

    /** What hosts have declared themselves. */
    public static SubjectQuery own(SubjectKind kind) {
        return all(kind).from(Provenance.OWN);
    }

    public SubjectQuery from(Provenance source) {
        return new SubjectQuery(kind, text, stage, form, level, source, withFindings, toComplete, order);
    }

    public SubjectQuery matching(String words) {
        return new SubjectQuery(kind, words, stage, form, level, provenance, withFindings, toComplete, order);
    }

    /** The LIKE patterns that must all match: terms parted by blanks, signs of LIKE taken literally. */
    List<String> patterns() {
        return Arrays.stream(folded(text).split("[\\s\\p{Z}]+"))
                .filter(term -> !term.isEmpty())
                .limit(TERMS)
                .map(term -> term.substring(
                        0, term.offsetByCodePoints(0, Math.min(TERM_LENGTH, term.codePointCount(0, term.length())))))
                .map(term -> "%" + term.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toList();
    }

    /** As the search text is stored: one width of letters, no capitals, no sign that cannot be stored. */
    static String folded(String text) {
        return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{Cc}\\uD800-\\uDFFF]", " ");
    }
}
