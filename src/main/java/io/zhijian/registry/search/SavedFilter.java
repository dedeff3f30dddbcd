package io.zhijian.registry.search;

import io.zhijian.registry.SubjectKind;
import java.util.UUID;

/**
 * A list narrowed as somebody likes it, under a name of their own.
 *
 * @param query the parameters of its address
 */
public record SavedFilter(UUID id, SubjectKind kind, String name, String query) {

    public String href() {
        return "/" + kind.path() + "?" + query;
    }
}
