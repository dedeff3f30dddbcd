package io.zhijian.registry;

import io.zhijian.people.Unit;
import io.zhijian.registry.entry.Entry;
import io.zhijian.registry.entry.EntryForm;
import io.zhijian.registry.entry.Field;
import io.zhijian.registry.entry.Typed;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fictitious entries for tests. */
public final class TestApps {

    private TestApps() {}

    /** An entry of which only the name and the host are known. */
    public static Entry bare(String name, Unit host) {
        return entry(name, host, Map.of());
    }

    public static Entry entry(String name, Unit host, Map<String, String> typed) {
        Map<String, String> values = new LinkedHashMap<>(typed);
        values.put(Field.NAME.key(), name);
        values.put(Field.HOST.key(), host.id().toString());
        return EntryForm.read(new Typed(values)).entry();
    }

    /** The same entry with some fields typed anew. */
    public static Entry with(Entry entry, Map<String, String> typed) {
        Map<String, String> values = new LinkedHashMap<>(EntryForm.typed(entry).values());
        values.putAll(typed);
        return EntryForm.read(new Typed(values)).entry();
    }
}
