package io.zhijian.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.ZhijianTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database as it really is after all migrations: every table guarded, nothing owned by the application. */
@ZhijianTest
class SchemaTests {

    /** Tables without row-level security, each with the reason why it holds no unit's data. */
    private static final Map<String, String> PUBLIC = Map.of(
            "access.signing_key", "readable by the owner only",
            "registry.public_revision", "a counter: how often what is public has changed",
            "public.scheduled_tasks", "plumbing of the job scheduler: names and times of jobs",
            "rules.rule_text", "texts of rules, which everyone may know",
            "rules.rulebook_edition", "which rules the files held since when",
            "rules.sweep", "when everything was judged again, and by which rules");

    private static final String TABLES = """
            select n.nspname || '.' || c.relname as name, c.relrowsecurity as guarded
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
              and c.relname not like 'flyway_schema_history%'
            order by 1
            """;

    @Autowired
    @FlywayDataSource
    DataSource ownerDataSource;

    private JdbcClient owner;

    @BeforeEach
    void connect() {
        owner = JdbcClient.create(ownerDataSource);
    }

    @Test
    void everyTableIsUnderRowLevelSecurityUnlessListedAsPublic() {
        assertThat(unguarded()).isSubsetOf(PUBLIC.keySet());
        assertThat(tables()).as("tables listed as public exist").containsAll(PUBLIC.keySet());
    }

    @Test
    void anUnguardedTableIsFound() {
        owner.sql("create table public.planted (unit_path text)").update();
        try {
            assertThat(unguarded()).contains("public.planted");
        } finally {
            owner.sql("drop table public.planted").update();
        }
    }

    @Test
    void theApplicationRoleOwnsNothingAndBypassesNothing() {
        assertThat(owner.sql("select count(*) from pg_class where relowner = 'zhijian_app'::regrole")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(owner.sql(
                                "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles where rolname = 'zhijian_app'")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void theSchemaIsUnderReview() {
        StringBuilder text =
                new StringBuilder("# Schema\n\nTables, columns, row policies and what the application role may do.\n");
        for (String table : tables()) {
            text.append("\n## ").append(table).append("\n\n");
            columns(table).forEach(line -> text.append("- ").append(line).append('\n'));
            text.append("- application: ").append(grants(table)).append('\n');
            policies(table)
                    .forEach(line -> text.append("- policy ").append(line).append('\n'));
        }
        Golden.check("schema.md", text.toString());
    }

    private List<String> columns(String table) {
        return owner.sql("""
                        select '`' || attname || '` ' || format_type(atttypid, atttypmod)
                               || case when attnotnull then ' not null' else '' end
                        from pg_attribute where attrelid = cast(:table as regclass) and attnum > 0 and not attisdropped
                        order by attnum
                        """).param("table", table).query(String.class).list();
    }

    private String grants(String table) {
        return owner.sql("""
                        select coalesce(string_agg(lower(privilege_type), ', ' order by privilege_type), 'nothing')
                        from information_schema.role_table_grants
                        where grantee = 'zhijian_app' and table_schema || '.' || table_name = :table
                        """).param("table", table).query(String.class).single();
    }

    private List<String> policies(String table) {
        return owner.sql("""
                        select policyname || ' (' || lower(cmd) || '): '
                               || regexp_replace(coalesce(qual, '') || coalesce(' CHECK ' || with_check, ''), '\\s+', ' ', 'g')
                        from pg_policies where schemaname || '.' || tablename = :table order by policyname
                        """).param("table", table).query(String.class).list();
    }

    private Set<String> unguarded() {
        return owner.sql(TABLES).query((row, n) -> row.getBoolean("guarded") ? "" : row.getString("name")).stream()
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    private List<String> tables() {
        return owner.sql(TABLES).query((row, n) -> row.getString("name")).list();
    }
}
