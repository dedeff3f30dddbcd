package io.zhijian.registry.api;

import io.zhijian.registry.door.web.Reader;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The interface for people to read. */
public record ApiPage(Reader reader) {

    public List<Operation> open() {
        return Operation.ALL.stream().filter(operation -> !operation.token()).toList();
    }

    public List<Operation> withToken() {
        return Operation.ALL.stream().filter(Operation::token).toList();
    }

    /** What an answer holds, by name. */
    public String fields(Operation operation) {
        return Arrays.stream(operation.answer().getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.joining(", "));
    }
}
