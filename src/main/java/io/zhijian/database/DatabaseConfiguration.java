package io.zhijian.database;

import com.zaxxer.hikari.HikariDataSource;
import io.zhijian.database.DatabaseAddress.Credential;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;

/** Two ways in: the owner for migrations, the application role for everything else. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** Ticks in microseconds, as the database does, so that a row equals what was saved. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.system(ZoneOffset.UTC), Duration.ofNanos(1_000));
    }

    @Bean
    Secrets secrets(@Value("${zhijian.data}") Path data) {
        return new Secrets(data);
    }

    @Bean
    DatabaseAddress databaseAddress(
            @Value("${zhijian.data}") Path data,
            @Value("${zhijian.database.url}") String url,
            @Value("${zhijian.database.name}") String name,
            @Value("${zhijian.database.owner-password}") String ownerPassword,
            @Value("${zhijian.database.application-password}") String applicationPassword) {
        if (url.isBlank()) {
            return EmbeddedPostgres.start(data, name);
        }
        return new DatabaseAddress(
                url,
                new Credential(EmbeddedPostgres.OWNER, ownerPassword),
                new Credential(EmbeddedPostgres.APPLICATION, applicationPassword));
    }

    @Bean
    @Primary
    HikariDataSource dataSource(DatabaseAddress address) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("application");
        pool.setJdbcUrl(address.url());
        pool.setUsername(address.application().user());
        pool.setPassword(address.application().password());
        pool.setMaximumPoolSize(16);
        pool.setMinimumIdle(2);
        return pool;
    }

    @Bean
    @FlywayDataSource
    DataSource ownerDataSource(DatabaseAddress address) {
        return new DriverManagerDataSource(
                address.url(), address.owner().user(), address.owner().password());
    }

    @Bean
    @DependsOnDatabaseInitialization
    RowContext rowContext(Secrets secrets, @FlywayDataSource DataSource owner) {
        RowContext context = new RowContext(secrets.get("row-context"));
        JdbcClient.create(owner)
                .sql("""
                        insert into access.signing_key (id, inner_pad, outer_pad)
                        values (:id, :inner, :outer) on conflict (id) do nothing
                        """)
                .param("id", context.keyId())
                .param("inner", context.pad(0x36))
                .param("outer", context.pad(0x5c))
                .update();
        return context;
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource, RowContext context, Clock clock) {
        return new ActorTransactions(dataSource, context, clock);
    }
}
