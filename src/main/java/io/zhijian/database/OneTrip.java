package io.zhijian.database;

import io.zhijian.base.Actor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.stereotype.Component;

/**
 * One query read as the acting person, in a transaction of its own, in a single trip to the server: who acts and what is
 * asked travel together. For the few queries that every page asks; all others go through a transaction as usual.
 */
@Component
public final class OneTrip {

    /** The context ends with the transaction, and without an explicit one that is these two statements. */
    private static final String WHO = "select set_config('zj.context', ?, true); ";

    private final DataSource pool;
    private final RowContext context;
    private final Clock clock;

    OneTrip(DataSource pool, RowContext context, Clock clock) {
        this.pool = pool;
        this.context = context;
        this.clock = clock;
    }

    /** Sets the parameters of a query, the first at the given place, and reads its rows. */
    public interface Query<T> {

        void bind(PreparedStatement statement, int first) throws SQLException;

        T read(ResultSet rows) throws SQLException;
    }

    /** Asks; within a running transaction as part of it. */
    public <T> T ask(String sql, Query<T> query) {
        Connection connection = DataSourceUtils.getConnection(pool);
        try {
            return DataSourceUtils.isConnectionTransactional(connection, pool)
                    ? within(connection, sql, query)
                    : alone(connection, sql, query);
        } catch (SQLException e) {
            throw new SQLErrorCodeSQLExceptionTranslator(pool).translate("one trip", sql, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, pool);
        }
    }

    private <T> T alone(Connection connection, String sql, Query<T> query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WHO + sql)) {
            int pid = connection.unwrap(PGConnection.class).getBackendPID();
            statement.setString(
                    1, context.sign(Actor.current(), pid, clock.instant().getEpochSecond()));
            query.bind(statement, 2);
            statement.execute();
            if (!statement.getMoreResults()) {
                throw new SQLException("no answer to the second statement");
            }
            try (ResultSet rows = statement.getResultSet()) {
                return query.read(rows);
            }
        }
    }

    private static <T> T within(Connection connection, String sql, Query<T> query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            query.bind(statement, 1);
            try (ResultSet rows = statement.executeQuery()) {
                return query.read(rows);
            }
        }
    }
}
