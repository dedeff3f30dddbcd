package io.zhijian;

import io.zhijian.database.EmbeddedPostgres;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** The real server in a process of its own, to be killed. */
final class ServerProcess implements AutoCloseable {

    private final Path data;
    private final Path log;
    private final Process process;
    private final int port;

    private ServerProcess(Path data, Path log, Process process, int port) {
        this.data = data;
        this.log = log;
        this.process = process;
        this.port = port;
    }

    /** Starts the server with demo data and waits until it says it is ready. */
    static ServerProcess start(Path data) throws IOException, InterruptedException {
        Files.createDirectories(data);
        int port = freePort();
        Path log = data.resolve("server-" + port + ".log");
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        classPath,
                        "io.zhijian.Zhijian",
                        "run",
                        "--demo",
                        "--data",
                        data.toString(),
                        "--port",
                        "" + port))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        ServerProcess server = new ServerProcess(data, log, process, port);
        server.awaitReady();
        return server;
    }

    int port() {
        return port;
    }

    /** kill -9 of the JVM: the database lives on without it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** kill -9 of the JVM and of the database server. */
    void killWithDatabase() throws IOException, InterruptedException {
        long postmaster = Long.parseLong(Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"))
                .getFirst()
                .strip());
        ProcessHandle database = ProcessHandle.of(postmaster).orElseThrow();
        List<ProcessHandle> workers = database.children().toList();
        process.destroyForcibly();
        database.destroyForcibly();
        process.waitFor();
        database.onExit().join();
        workers.forEach(worker -> worker.onExit().join());
    }

    private void awaitReady() throws IOException, InterruptedException {
        Instant until = Instant.now().plus(Duration.ofSeconds(90));
        while (!Files.readString(log).contains("Zhijian is ready")) {
            if (!process.isAlive() || Instant.now().isAfter(until)) {
                throw new IllegalStateException("the server did not start:\n" + Files.readString(log));
            }
            process.waitFor(Duration.ofMillis(50));
        }
    }

    private static int freePort() throws IOException {
        // below the range from which connections going out take theirs while the server is still starting
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // another one, then
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
        EmbeddedPostgres.stop(data);
    }
}
