package io.zhijian.registry.search;

import io.zhijian.base.Scope;
import io.zhijian.registry.SubjectQuery;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is asked of the index: terms that must all occur, a value along each chosen facet, an order, and where it is held. */
record Wish(
        List<String> terms,
        String whole,
        Map<Facet, String> chosen,
        SubjectQuery.Order order,
        Scope.@Nullable Place within) {

    static Wish of(SubjectQuery query) {
        Map<Facet, String> chosen = new EnumMap<>(Facet.class);
        chosen.put(Facet.KIND, query.kind().code());
        Map<String, String> parameters = query.parameters();
        for (Facet facet : Facet.values()) {
            String value = parameters.get(facet.code());
            if (value != null) {
                chosen.put(facet, value);
            }
        }
        return new Wish(
                query.terms(), SubjectQuery.folded(query.text()).strip(), chosen, query.order(), query.within());
    }
}
