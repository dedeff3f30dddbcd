package io.zhijian.database;

import io.zhijian.database.DatabaseAddress.Credential;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * PostgreSQL 18 on the loopback interface, in {@code <data>/postgres}: durable ({@code fsync}, {@code synchronous_commit}
 * on), every connection by SCRAM password from its first second. A server left behind by a killed JVM is attached to
 * again.
 *
 * <p>Why not the usual test library: docs/decisions/0003-embedded-postgresql.md.
 */
public final class EmbeddedPostgres {

    /** Roles as every migration names them. */
    public static final String OWNER = "zhijian_owner";

    public static final String APPLICATION = "zhijian_app";

    private static final String SUPERUSER = "postgres";
    private static final String SETTINGS = """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            password_encryption = 'scram-sha-256'
            max_connections = 60
            shared_buffers = 256MB
            effective_cache_size = 1GB
            work_mem = 16MB
            max_wal_size = 2GB
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            # what people type must not reach the server's log
            log_min_error_statement = panic
            log_parameter_max_length_on_error = 0
            log_statement = 'none'
            """;

    private final Path data;
    private final Path cluster;
    private final Path home;
    private final Secrets secrets;
    private final int port;

    private EmbeddedPostgres(Path data, Path home, int port) {
        this.data = data;
        this.cluster = data.resolve("postgres/cluster");
        this.home = home;
        this.secrets = new Secrets(data);
        this.port = port;
    }

    /** Starts, or attaches to, the server under this data directory, and makes the database if it is not there. */
    public static synchronized DatabaseAddress start(Path data, String database) {
        try {
            Path directory = Files.createDirectories(data.toAbsolutePath().resolve("postgres"));
            try (FileChannel channel = FileChannel.open(
                            directory.resolve("start.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                Path home = ServerBinaries.unpack(directory);
                var server = new EmbeddedPostgres(data.toAbsolutePath(), home, port(directory));
                server.ensureCluster();
                server.ensureRunning();
                return server.ensureDatabase(database);
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("The embedded PostgreSQL did not start: " + e.getMessage(), e);
        }
    }

    /** Whether a server of this data directory answers. */
    public static boolean isRunning(Path data) {
        try {
            Path directory = data.toAbsolutePath().resolve("postgres");
            return Files.exists(directory.resolve("port"))
                    && new EmbeddedPostgres(data.toAbsolutePath(), directory, port(directory)).answers();
        } catch (IOException e) {
            return false;
        }
    }

    /** Stops the server under this data directory, if one runs; open transactions are rolled back. */
    public static void stop(Path data) {
        Path directory = data.toAbsolutePath().resolve("postgres");
        try {
            var server = new EmbeddedPostgres(data.toAbsolutePath(), directory.resolve("server-18.6"), port(directory));
            if (Files.exists(server.cluster.resolve("postmaster.pid"))) {
                server.run("stop", List.of("bin/pg_ctl", "-D", server.cluster.toString(), "-m", "fast", "-w", "stop"));
            }
        } catch (IOException e) {
            throw new IllegalStateException("The embedded PostgreSQL did not stop: " + e.getMessage(), e);
        }
    }

    private void ensureCluster() throws IOException {
        if (Files.isRegularFile(cluster.resolve("ready"))) {
            return;
        }
        removeHalfMade();
        run(
                "initdb",
                List.of(
                        "bin/initdb",
                        "-D",
                        cluster.toString(),
                        "-U",
                        SUPERUSER,
                        "-E",
                        "UTF8",
                        "--locale-provider=builtin",
                        "--locale=C.UTF-8",
                        "--auth=scram-sha-256",
                        "--pwfile=" + secrets.file("postgres-superuser"),
                        "--data-checksums"));
        Files.writeString(cluster.resolve("postgresql.auto.conf"), SETTINGS);
        Files.writeString(cluster.resolve("ready"), "");
    }

    private void removeHalfMade() throws IOException {
        if (Files.exists(cluster)) {
            try (Stream<Path> files = Files.walk(cluster)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void ensureRunning() throws IOException {
        if (answers()) {
            return;
        }
        run(
                "start",
                List.of(
                        "bin/pg_ctl",
                        "-D",
                        cluster.toString(),
                        "-w",
                        "-t",
                        "120",
                        "-l",
                        data.resolve("postgres/server.log").toString(),
                        "-o",
                        "-p " + port,
                        "start"));
    }

    /** Only our own server knows our superuser's password, so a stranger on the port is not taken for it. */
    private boolean answers() {
        if (!Files.exists(cluster.resolve("postmaster.pid"))) {
            return false;
        }
        try (Connection connection = superuser("postgres")) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private DatabaseAddress ensureDatabase(String database) throws SQLException {
        var owner = new Credential(OWNER, secrets.get("postgres-owner"));
        var application = new Credential(APPLICATION, secrets.get("postgres-application"));
        try (Connection connection = superuser("postgres")) {
            if (!exists(connection, "select 1 from pg_database where datname = '" + database + "'")) {
                for (Credential role : List.of(owner, application)) {
                    if (!exists(connection, "select 1 from pg_roles where rolname = '" + role.user() + "'")) {
                        execute(
                                connection,
                                "create role " + role.user() + " login nosuperuser nocreaterole password '"
                                        + role.password() + "'");
                    }
                }
                execute(connection, "create database " + database + " owner " + OWNER);
                execute(connection, "revoke all on database " + database + " from public");
                execute(connection, "grant connect on database " + database + " to " + APPLICATION);
            }
        }
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/" + database, owner, application);
    }

    private Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?connectTimeout=5",
                SUPERUSER,
                secrets.get("postgres-superuser"));
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** The port of this installation: chosen free once, then kept, so that a server left behind is found again. */
    private static int port(Path directory) throws IOException {
        Path file = directory.resolve("port");
        if (Files.exists(file)) {
            return Integer.parseInt(Files.readString(file).strip());
        }
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(file, Integer.toString(free.getLocalPort()));
            return free.getLocalPort();
        }
    }

    private void run(String what, List<String> command) throws IOException {
        List<String> words = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it is nobody and still owns its files.
            words.addAll(List.of("unshare", "-U"));
        }
        words.add(home.resolve(command.getFirst()).toString());
        words.addAll(command.subList(1, command.size()));
        Path output = data.resolve("postgres/" + what + ".out");
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .directory(data.toFile())
                .start();
        try {
            if (!process.waitFor(150, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(
                        what + " failed: " + Files.readString(output).strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(what + " was interrupted", e);
        }
    }
}
