package io.zhijian.registry.entry;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** A record of what is known of a subject; null is unknown. */
public interface Facts {

    /** Whether a host is asked for it; what the register finds out by itself and what makes no sense here is not asked. */
    boolean arises(String fact);

    /** Facts that are still to be declared. */
    default List<String> toComplete() {
        List<String> unknown = new ArrayList<>();
        for (RecordComponent component : getClass().getRecordComponents()) {
            if (arises(component.getName()) && isUnknown(component)) {
                unknown.add(component.getName());
            }
        }
        return unknown;
    }

    /** How many facts a host is asked for. */
    default int asked() {
        int asked = 0;
        for (RecordComponent component : getClass().getRecordComponents()) {
            asked += arises(component.getName()) ? 1 : 0;
        }
        return asked;
    }

    private boolean isUnknown(RecordComponent component) {
        try {
            return component.getAccessor().invoke(this) == null;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
