package io.zhijian.registry;

import io.zhijian.people.Unit;
import io.zhijian.registry.app.AppEntry;
import io.zhijian.registry.app.AppShape;
import io.zhijian.registry.entry.Field;
import io.zhijian.registry.entry.Typed;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fictitious entries for tests. */
public final class TestSubjects {

    private TestSubjects() {}

    /** An entry of which only the name and the host are known. */
    public static AppEntry bare(String name, Unit host) {
        return entry(name, host, Map.of());
    }

    public static AppEntry entry(String name, Unit host, Map<String, String> typed) {
        Map<String, String> values = new LinkedHashMap<>(typed);
        values.put(Field.NAME, name);
        values.put(Field.HOST, host.id().toString());
        return (AppEntry) AppShape.SHAPE.read(new Typed(values)).entry();
    }

    /** The same entry with some fields typed anew. */
    public static AppEntry with(AppEntry entry, Map<String, String> typed) {
        Map<String, String> values =
                new LinkedHashMap<>(AppShape.SHAPE.typed(entry).values());
        values.putAll(typed);
        return (AppEntry) AppShape.SHAPE.read(new Typed(values)).entry();
    }
}
