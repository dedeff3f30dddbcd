package io.zhijian.registry.export.web;

import io.zhijian.registry.SubjectQuery;
import io.zhijian.registry.export.Purpose;
import java.util.List;
import java.util.Map;

/**
 * Asking how a list is to be taken out.
 *
 * @param listed titles of the columns chosen for the list
 * @param whole how many columns every field makes
 * @param couldRank those of them that could rank, for which a purpose is needed
 * @param typed what was typed before
 * @param refused words of a refusal, or empty
 */
public record ListExportPage(
        SubjectQuery query,
        long count,
        List<String> listed,
        int whole,
        List<String> couldRank,
        List<Purpose> purposes,
        Map<String, String> typed,
        String refused) {

    public String action() {
        return "/" + query.kind().path() + "/export";
    }

    public Map<String, String> wishes() {
        return query.parameters();
    }

    public String back() {
        return query.address("");
    }

    public String value(String key) {
        return typed.getOrDefault(key, "");
    }

    /** Whether it was chosen, or is the usual choice while nothing is. */
    public boolean chosen(String key, String value, boolean usual) {
        return typed.containsKey(key) ? value.equals(typed.get(key)) : usual;
    }
}
