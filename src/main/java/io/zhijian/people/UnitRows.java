package io.zhijian.people;

import io.zhijian.base.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of table people.unit: how they are read, held and written. */
@Repository
class UnitRows {

    static final String COLUMNS = " id, parent, path, name, level, region, credit_code, line, kinds, phone, version ";

    private final JdbcClient db;

    UnitRows(JdbcClient db) {
        this.db = db;
    }

    static Unit unit(ResultSet row, int number) throws SQLException {
        Set<UnitKind> kinds = Arrays.stream((String[]) row.getArray("kinds").getArray())
                .map(UnitKind::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        return new Unit(
                row.getObject("id", UUID.class),
                row.getObject("parent", UUID.class),
                row.getString("path"),
                row.getString("name"),
                UnitLevel.valueOf(row.getString("level")),
                row.getString("region"),
                row.getString("credit_code"),
                row.getString("line"),
                kinds,
                row.getString("phone"),
                row.getInt("version"));
    }

    /** Holds the row until commit, so that brothers get different numbers and changes follow one another. */
    Unit lock(UUID id) {
        return db.sql("select" + COLUMNS + "from people.unit where id = :id for update")
                .param("id", id)
                .query(UnitRows::unit)
                .optional()
                .orElseThrow(() -> Refusal.notFound("people.unit-unknown"));
    }

    /** The number of the next child; a second top of the tree at the same moment fails on the unique path. */
    int nextNumber(@Nullable UUID parent) {
        return db.sql("""
                select coalesce(max(child_number), 0) + 1 from people.unit
                 where parent is not distinct from cast(:parent as uuid)""").param("parent", parent).query(Integer.class).single();
    }

    void insert(Unit unit, int number) {
        refuseTaken(unit.creditCode(), unit.id());
        db.sql("""
                insert into people.unit
                  (id, parent, path, child_number, name, level, region, credit_code, line, kinds, phone)
                values
                  (:id, cast(:parent as uuid), :path, :number, :name, :level, :region, :creditCode, :line, :kinds, :phone)""")
                .param("id", unit.id())
                .param("parent", unit.parent())
                .param("path", unit.path())
                .param("number", number)
                .param("name", unit.name())
                .param("level", unit.level().name())
                .param("region", unit.region())
                .param("creditCode", unit.creditCode(), Types.VARCHAR)
                .param("line", unit.line(), Types.VARCHAR)
                .param("kinds", names(unit.kinds()))
                .param("phone", unit.phone(), Types.VARCHAR)
                .update();
    }

    void update(UUID id, UnitFacts facts) {
        refuseTaken(facts.creditCode(), id);
        db.sql("""
                update people.unit
                   set name = :name, level = :level, region = :region, credit_code = :creditCode, line = :line,
                       kinds = :kinds, phone = :phone, version = version + 1
                 where id = :id""")
                .param("id", id)
                .param("name", facts.name())
                .param("level", facts.level().name())
                .param("region", facts.region())
                .param("creditCode", facts.creditCode(), Types.VARCHAR)
                .param("line", facts.line(), Types.VARCHAR)
                .param("kinds", names(facts.kinds()))
                .param("phone", facts.phone(), Types.VARCHAR)
                .update();
    }

    /** Said in words here; the unique constraint holds where two come at the same moment. */
    private void refuseTaken(@Nullable String creditCode, UUID id) {
        db.sql("select name from people.unit where credit_code = :code and id <> :id")
                .param("code", creditCode, Types.VARCHAR)
                .param("id", id)
                .query(String.class)
                .optional()
                .ifPresent(holder -> {
                    throw Refusal.conflict("people.credit-code-taken", holder);
                });
    }

    private static String[] names(Set<UnitKind> kinds) {
        return kinds.stream().sorted().map(UnitKind::name).toArray(String[]::new);
    }
}
