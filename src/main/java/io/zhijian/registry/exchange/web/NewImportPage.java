package io.zhijian.registry.exchange.web;

import io.zhijian.registry.SubjectKind;
import java.util.List;

/**
 * Choosing a file.
 *
 * @param refused why the last one was not taken; empty where none was
 */
public record NewImportPage(SubjectKind kind, String refused) {

    public List<SubjectKind> kinds() {
        return List.of(SubjectKind.values());
    }
}
