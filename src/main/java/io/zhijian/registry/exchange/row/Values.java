package io.zhijian.registry.exchange.row;

import io.zhijian.registry.entry.Field;
import io.zhijian.registry.entry.Options;
import io.zhijian.registry.exchange.match.Vocabulary;
import io.zhijian.registry.exchange.sheet.Cell;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what stands in a cell into the text a person would have typed in the form; what it does not know stays as it is. */
final class Values {

    private static final Pattern DAY = Pattern.compile(
            "(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?(?:[\\sT]+\\d{1,2}:\\d{2}.*)?");
    private static final Pattern EIGHT = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern AMOUNT = Pattern.compile("约?([\\d,]+(?:\\.\\d+)?)\\s*(万|w)?\\s*[+余多]?\\s*[人个名位]?");
    private static final BigDecimal MYRIAD = BigDecimal.valueOf(10_000);

    /** A spreadsheet would run it as soon as somebody exports and opens it. */
    private static final Pattern FORMULA = Pattern.compile("(?s)[=@].*|[+-][A-Za-z].*[(!|].*");

    private final Vocabulary vocabulary;

    Values(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    static boolean formula(String text) {
        return FORMULA.matcher(text).matches();
    }

    String typed(Field field, Cell cell) {
        String text = cell.text().strip();
        if (text.isEmpty() || vocabulary.blank(text)) {
            return "";
        }
        return switch (field.kind()) {
            case LINE -> text.replaceAll("\\s*[\\r\\n]+\\s*", "");
            case TEXT, LINES, UNIT -> text;
            case ANSWER -> vocabulary.answer(text).map(Enum::name).orElse(text);
            case CHECK ->
                vocabulary
                        .answer(text)
                        .map(answer -> answer.name().equals("YES") ? "true" : "")
                        .orElse(text);
            case CHOICE -> choice(field, text);
            case NUMBER -> absent(text) ? "" : number(narrow(text));
            case DATE -> absent(text) ? "" : day(narrow(text));
            case LINK, PHONE, ICP, CODE, VERSION, HASH -> absent(text) ? "" : narrow(text);
            case FILING -> absent(text) ? "" : text;
        };
    }

    private boolean absent(String text) {
        return vocabulary.nothing(text);
    }

    private String choice(Field field, String text) {
        Options options = field.options();
        return Optional.ofNullable(options)
                .flatMap(known -> vocabulary.choice(known, text))
                .orElse(text);
    }

    /** Full-width signs as half-width ones. */
    private static String narrow(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    private static String number(String text) {
        Matcher amount = AMOUNT.matcher(text);
        if (!amount.matches()) {
            return text;
        }
        BigDecimal value = new BigDecimal(amount.group(1).replace(",", ""));
        BigDecimal whole = amount.group(2) == null ? value : value.multiply(MYRIAD);
        return whole.stripTrailingZeros().scale() <= 0
                ? whole.setScale(0, java.math.RoundingMode.UNNECESSARY).toPlainString()
                : text;
    }

    private static String day(String text) {
        Matcher day = DAY.matcher(text);
        if (!day.matches()) {
            day = EIGHT.matcher(text);
        }
        return day.matches()
                ? "%s-%02d-%02d".formatted(day.group(1), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)))
                : text;
    }
}
