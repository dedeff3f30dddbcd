package io.zhijian.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds units by what lists call them: their name, the end of it, or their credit code; many at once. */
@Service
public class UnitNames {

    private final JdbcClient db;

    UnitNames(JdbcClient db) {
        this.db = db;
    }

    /** For each text the units it may mean; those that merely end with it only where none is called exactly so. */
    @Transactional(readOnly = true)
    public Map<String, List<Unit>> find(Collection<String> texts) {
        Map<String, List<Unit>> found = new HashMap<>();
        texts.forEach(text -> found.put(text, new ArrayList<>()));
        if (texts.isEmpty()) {
            return found;
        }
        String[] wanted = texts.toArray(String[]::new);
        for (Unit unit : db.sql("select" + UnitRows.COLUMNS
                        + "from people.unit where name = any (:texts) or credit_code = any (:texts)")
                .param("texts", wanted)
                .query(UnitRows::unit)
                .list()) {
            found.computeIfPresent(unit.name(), (text, units) -> with(units, unit));
            String code = unit.creditCode();
            if (code != null) {
                found.computeIfPresent(code, (text, units) -> with(units, unit));
            }
        }
        String[] ends = found.entrySet().stream()
                .filter(each -> each.getValue().isEmpty() && each.getKey().length() >= 3)
                .map(each -> "%" + each.getKey().replaceAll("([\\\\%_])", "\\\\$1"))
                .toArray(String[]::new);
        if (ends.length > 0) {
            List<Unit> longer = db.sql(
                            "select" + UnitRows.COLUMNS + "from people.unit where name like any (:ends) limit 2000")
                    .param("ends", ends)
                    .query(UnitRows::unit)
                    .list();
            found.forEach((text, units) -> {
                if (units.isEmpty() && text.length() >= 3) {
                    longer.stream().filter(unit -> unit.name().endsWith(text)).forEach(units::add);
                }
            });
        }
        return found;
    }

    private static List<Unit> with(List<Unit> units, Unit unit) {
        units.add(unit);
        return units;
    }
}
