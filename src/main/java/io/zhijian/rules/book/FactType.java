package io.zhijian.rules.book;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.extensions.CelExtensions;
import dev.cel.runtime.CelAttribute;
import dev.cel.runtime.CelAttributePattern;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The record of facts about one kind of subject, as conditions see it; conditions call it by its kind, such as {@code app}. */
final class FactType {

    private final String kind;
    private final Class<? extends Record> type;
    private final List<RecordComponent> components;
    private final List<CelAttributePattern> patterns;
    private final List<String> counting;

    FactType(String kind, Class<? extends Record> type) {
        this.kind = kind;
        this.type = type;
        this.components = List.of(type.getRecordComponents());
        this.patterns = components.stream()
                .map(component ->
                        CelAttributePattern.create(kind).qualify(CelAttribute.Qualifier.ofString(component.getName())))
                .toList();
        this.counting = components.stream()
                .filter(component -> component.isAnnotationPresent(Elapsed.class))
                .map(RecordComponent::getName)
                .toList();
    }

    String kind() {
        return kind;
    }

    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        components.forEach(component -> names.add(component.getName()));
        return names;
    }

    boolean elapsed(String fact) {
        return counting.contains(fact);
    }

    /** The facts that count days by themselves. */
    List<String> counting() {
        return counting;
    }

    @Nullable
    Object value(Record facts, String fact) {
        return read(facts, components.get(place(fact)));
    }

    /** The attributes of which nothing is known, each at the place of its fact, else null. */
    @Nullable
    CelAttributePattern[] unknowns(Record facts) {
        @Nullable CelAttributePattern[] unknowns = new CelAttributePattern[patterns.size()];
        for (int i = 0; i < unknowns.length; i++) {
            unknowns[i] = read(facts, components.get(i)) == null ? patterns.get(i) : null;
        }
        return unknowns;
    }

    /** At which place a fact stands. */
    int place(String fact) {
        for (int i = 0; i < components.size(); i++) {
            if (components.get(i).getName().equals(fact)) {
                return i;
            }
        }
        throw new IllegalArgumentException(fact);
    }

    /** All values in one line; a fact that counts days as the day it counts from. */
    String line(Record facts, LocalDate today) {
        StringBuilder line = new StringBuilder(200);
        for (RecordComponent component : components) {
            Object value = read(facts, component);
            line.append(
                            value instanceof Long days && counting.contains(component.getName())
                                    ? today.minusDays(days)
                                    : value)
                    .append('\u001f');
        }
        return line.toString();
    }

    /** All facts by name, unknown ones as null. */
    Map<String, Object> values(Record facts) {
        Map<String, Object> values = new LinkedHashMap<>();
        components.forEach(component -> values.put(component.getName(), read(facts, component)));
        return values;
    }

    /** A made-up subject: what is not given is unknown. */
    Record of(Map<String, Object> given) {
        Object[] arguments = components.stream()
                .map(component -> widened(given.get(component.getName())))
                .toArray();
        Class<?>[] types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(arguments);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            throw new IllegalStateException("does not fit " + type.getSimpleName() + ": " + given, e);
        }
    }

    /** An environment in which the facts and this rule's parameters are typed, so that a misspelt one does not compile. */
    Cel environment(Map<String, Object> params) {
        CelBuilder builder = CelFactory.plannerCelBuilder();
        var nativeTypes = CelExtensions.nativeTypes(type);
        builder.addCompilerLibraries(nativeTypes).addRuntimeLibraries(nativeTypes);
        builder.addVar(kind, StructTypeReference.create(String.valueOf(type.getCanonicalName())));
        params.forEach((name, value) -> builder.addVar("params." + name, celType(value)));
        return builder.setResultType(SimpleType.BOOL).build();
    }

    private static CelType celType(Object value) {
        return switch (value) {
            case String text -> SimpleType.STRING;
            case Boolean flag -> SimpleType.BOOL;
            case Integer number -> SimpleType.INT;
            case Long number -> SimpleType.INT;
            case List<?> list -> ListType.create(list.isEmpty() ? SimpleType.STRING : celType(list.getFirst()));
            default ->
                throw new IllegalStateException("a parameter is a text, a number, true or false, or a list of these");
        };
    }

    /** CEL knows one whole number only. */
    static @Nullable Object widened(@Nullable Object value) {
        return value instanceof Integer number ? Long.valueOf(number) : value;
    }

    private static @Nullable Object read(Record facts, RecordComponent component) {
        try {
            return component.getAccessor().invoke(facts);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return kind + Arrays.toString(names().toArray());
    }
}
