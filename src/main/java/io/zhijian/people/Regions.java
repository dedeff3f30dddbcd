package io.zhijian.people;

import io.zhijian.base.Refusal;
import io.zhijian.base.Texts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The 12-digit region codes: GB/T 2260 (six digits) and its extension to towns (nine) and villages (twelve). */
public final class Regions {

    /** The whole country, where central units are at home. */
    public static final String COUNTRY = "000000000000";

    /** First digits of the fictitious 示例省, which no real place has. */
    public static final String FICTITIOUS = "99";

    private static final Pattern FORM = Pattern.compile("[0-9]{12}");
    private static final List<Division> DIVISIONS = load();

    private Regions() {}

    /** A provincial division: the first two digits of its codes and its name in both languages. */
    public record Division(String code, String chinese, String english) {

        public String name() {
            return Texts.pick(chinese, english);
        }
    }

    /** All 34 provincial divisions, always in the order of GB/T 2260. */
    public static List<Division> divisions() {
        return DIVISIONS;
    }

    /** What is wrong with a code, if anything. */
    public static Optional<Refusal> problem(String code) {
        if (!FORM.matcher(code).matches()) {
            return Optional.of(Refusal.invalid("people.region-form"));
        }
        return COUNTRY.equals(code) || divisionOf(code).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.invalid("people.region-unknown", code.substring(0, 2)));
    }

    /** The provincial division, or the fictitious one, that a code lies in; none for the whole country. */
    public static Optional<Division> divisionOf(String code) {
        if (code.startsWith(FICTITIOUS)) {
            return Optional.of(new Division(FICTITIOUS, "示例省", "Sample Province"));
        }
        return DIVISIONS.stream()
                .filter(division -> code.startsWith(division.code()))
                .findFirst();
    }

    private static List<Division> load() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Regions.class.getResourceAsStream("/people/divisions.csv")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .map(cells -> new Division(cells[0], cells[1], cells[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
