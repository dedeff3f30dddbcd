package io.zhijian.registry.api;

import io.zhijian.registry.door.web.Reader;
import java.util.Arrays;
import java.util.List;

/** The interface for people to read. */
public record ApiPage(Reader reader) {

    public List<Operation> operations() {
        return Operation.ALL;
    }

    /** What the answers hold, each record once. */
    public List<Answer> answers() {
        return Operation.ALL.stream()
                .map(Operation::answer)
                .distinct()
                .map(ApiPage::answer)
                .toList();
    }

    /** A record that answers, with its fields. */
    public record Answer(String name, List<Field> fields) {}

    /** @param words what it holds */
    public record Field(String name, String words) {}

    private static Answer answer(Class<? extends Record> type) {
        return new Answer(
                type.getSimpleName(),
                Arrays.stream(type.getRecordComponents())
                        .map(component -> new Field(component.getName(), Schemas.words(component)))
                        .toList());
    }
}
