package io.zhijian.registry.exchange.row;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Texts;
import io.zhijian.registry.entry.Field;
import io.zhijian.registry.entry.Kind;
import io.zhijian.registry.entry.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something about one cell; kept as a key and its details, so that it reads in whatever language.
 *
 * @param column from 0; negative: of the row as a whole
 * @param field key of the field's name; empty: of the row as a whole
 * @param details what the words need; a key among them stands for its text
 * @param blocks whether the row cannot be taken like this
 */
public record CellProblem(int column, String field, String key, List<String> details, boolean blocks) {

    static CellProblem of(int column, @Nullable Field field, String code, String... details) {
        return new CellProblem(
                column, field == null ? "" : field.textKey(), "exchange.cell." + code, List.of(details), true);
    }

    static CellProblem of(int column, Problem problem) {
        List<String> details = problem.detail() instanceof List<?> figures
                ? figures.stream().map(String::valueOf).toList()
                : List.of(problem.detail() instanceof Kind kind ? kind.textKey() : String.valueOf(problem.detail()));
        return new CellProblem(
                column, problem.field().textKey(), "registry.problem." + problem.code(), details, problem.blocks());
    }

    public String words() {
        Object[] shown = details.stream()
                .map(detail -> Texts.has(detail) ? t(detail) : detail)
                .toArray();
        return t(key, shown);
    }

    public String fieldWords() {
        return field.isEmpty() ? t("exchange.row") : t(field);
    }
}
