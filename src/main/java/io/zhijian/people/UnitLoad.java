package io.zhijian.people;

import java.sql.PreparedStatement;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Adds made-up units many at a time, with the owner's credential; they are marked by their origin. */
public final class UnitLoad {

    private static final int BATCH = 500;

    private final DataSource owner;
    private final JdbcClient db;

    public UnitLoad(DataSource owner) {
        this.owner = owner;
        this.db = JdbcClient.create(owner);
    }

    /** Whether the database has a tree of units at all. */
    public static boolean ready(DataSource owner) {
        return JdbcClient.create(owner)
                .sql("select to_regclass('people.unit') is not null")
                .query(Boolean.class)
                .single();
    }

    /** The units without a parent. */
    public List<Unit> tops() {
        return db.sql("select" + UnitRows.COLUMNS + "from people.unit where parent is null")
                .query(UnitRows::unit)
                .list();
    }

    /** The number of the made-up child that lies in a region. */
    public Optional<Integer> childIn(Unit parent, String region) {
        return db.sql("""
                        select child_number from people.unit
                         where parent = :parent and region = :region and origin = 'made-up'
                        """)
                .param("parent", parent.id())
                .param("region", region)
                .query(Integer.class)
                .optional();
    }

    /** The number that the parent's next child gets. */
    public int nextChild(Unit parent) {
        return db.sql("select coalesce(max(child_number), 0) + 1 from people.unit where parent = :parent")
                .param("parent", parent.id())
                .query(Integer.class)
                .single();
    }

    /** All of them, each parent before its children, or none. */
    public void add(List<Unit> units) {
        new TransactionTemplate(new JdbcTransactionManager(owner)).executeWithoutResult(status -> insert(units));
    }

    private void insert(List<Unit> units) {
        new JdbcTemplate(owner).batchUpdate("""
                        insert into people.unit
                          (id, parent, path, child_number, name, level, region, credit_code, line, kinds, phone, origin)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'made-up')
                        """, units, BATCH, UnitLoad::bind);
    }

    private static void bind(PreparedStatement row, Unit unit) throws java.sql.SQLException {
        String[] numbers = unit.path().split("/");
        row.setObject(1, unit.id());
        row.setObject(2, unit.parent());
        row.setString(3, unit.path());
        row.setInt(4, Integer.parseInt(numbers[numbers.length - 1]));
        row.setString(5, unit.name());
        row.setString(6, unit.level().name());
        row.setString(7, unit.region());
        text(row, 8, unit.creditCode());
        text(row, 9, unit.line());
        row.setArray(
                10,
                row.getConnection()
                        .createArrayOf(
                                "text",
                                unit.kinds().stream().map(UnitKind::name).toArray()));
        text(row, 11, unit.phone());
    }

    private static void text(PreparedStatement row, int at, @Nullable String text) throws java.sql.SQLException {
        row.setObject(at, text, Types.VARCHAR);
    }
}
