package io.zhijian.database;

import io.zhijian.base.Actor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.JdbcTransactionObjectSupport;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/**
 * Begins each transaction by telling the database who acts; the setting ends with the transaction, so a connection goes
 * back to the pool knowing nobody.
 */
final class ActorTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    private final transient RowContext context;
    private final transient Clock clock;

    ActorTransactions(DataSource dataSource, RowContext context, Clock clock) {
        super(dataSource);
        this.context = context;
        this.clock = clock;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        Connection connection = ((JdbcTransactionObjectSupport) transaction)
                .getConnectionHolder()
                .getConnection();
        try (var statement = connection.prepareStatement("select set_config('zj.context', ?, true)")) {
            int pid = connection.unwrap(PGConnection.class).getBackendPID();
            statement.setString(
                    1, context.sign(Actor.current(), pid, clock.instant().getEpochSecond()));
            statement.execute();
        } catch (SQLException e) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("could not tell the database who acts", e);
        }
    }
}
