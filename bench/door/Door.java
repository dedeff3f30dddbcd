import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * The public door, measured on loopback in two ways. First: can the time of an answer tell what is registered but not
 * released from what does not exist? One connection asks for both in random order; beside them a second lot of what does
 * not exist, so that the reader sees how far two equal things lie apart by chance. What is compared is the median time of
 * each name, since some names take longer than others, whatever they stand for. Second: how many look-ups a second on many
 * connections, beside a static file of the same size from the same server in the same minute.
 *
 * <pre>
 * ./zhijian demo --subjects 100000 --data DATA
 * JAVA_TOOL_OPTIONS=-Dzhijian.door.per-minute=0 ./zhijian run --demo --data DATA --port PORT
 * psql … -f bench/door/release.sql -f bench/door/split.sql      # as zhijian_owner; writes the files hidden and absent
 * java bench/door/Door.java PORT hidden absent [ROUNDS] [SECONDS] [CONNECTIONS]
 * </pre>
 */
public class Door {

    private static final int WARM_UP = 20_000;

    private final int port;
    private final Random random = new Random(7);

    private Door(int port) {
        this.port = port;
    }

    public static void main(String[] words) throws Exception {
        if (words.length < 3) {
            System.err.println("java bench/door/Door.java PORT HIDDEN ABSENT [ROUNDS] [SECONDS] [CONNECTIONS]");
            System.exit(2);
        }
        int rounds = words.length > 3 ? Math.min(200, Integer.parseInt(words[3])) : 15;
        int seconds = words.length > 4 ? Math.min(60, Integer.parseInt(words[4])) : 10;
        int connections = words.length > 5 ? Math.min(200, Integer.parseInt(words[5])) : 20;
        Door door = new Door(Integer.parseInt(words[0]));
        List<String> hidden = Files.readAllLines(Path.of(words[1]));
        List<String> absent = Files.readAllLines(Path.of(words[2]));
        door.tell(hidden, absent, rounds);
        door.load(hidden, seconds, connections);
    }

    // ---- can time tell? ----

    private void tell(List<String> hidden, List<String> absent, int rounds) throws IOException {
        try (Connection connection = new Connection()) {
            Answer nothing = connection.ask(lookUp("没有这样的应用"));
            List<String> first = nothingPublic(hidden, connection, nothing);
            List<String> rest = nothingPublic(absent, connection, nothing);
            int size = Math.min(first.size(), rest.size() / 2);
            List<String> names = new ArrayList<>(first.subList(0, size));
            names.addAll(rest.subList(0, 2 * size));
            for (int i = 0; i < WARM_UP; i++) {
                connection.ask(lookUp(any(names)));
            }
            double[] medians = medians(names, rounds, connection, nothing);
            double[][] lots = new double[3][];
            for (int i = 0; i < 3; i++) {
                lots[i] = Arrays.copyOfRange(medians, i * size, (i + 1) * size);
                Arrays.sort(lots[i]);
            }
            System.out.printf("3 x %d names, each asked %d times, in random order on one connection%n", size, rounds);
            System.out.printf("%-22s %10s %10s %10s%n", "", "p25 µs", "median µs", "p75 µs");
            quartiles("not released", lots[0]);
            quartiles("does not exist (1)", lots[1]);
            quartiles("does not exist (2)", lots[2]);
            System.out.println("two-sided: KS distance (p); rank sum as the share of pairs in which the first is slower (p)");
            compare("not released : (1)", lots[0], lots[1]);
            compare("not released : (2)", lots[0], lots[2]);
            compare("(1) : (2), by chance", lots[1], lots[2]);
        }
    }

    /** Microseconds of each name: the median over all rounds, each of which asks every name once in another order. */
    private double[] medians(List<String> names, int rounds, Connection connection, Answer nothing) throws IOException {
        double[][] times = new double[names.size()][rounds];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            order.add(i);
        }
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(order, random);
            for (int name : order) {
                String path = lookUp(names.get(name));
                long begun = System.nanoTime();
                Answer answer = connection.ask(path);
                times[name][round] = (System.nanoTime() - begun) / 1e3;
                if (!answer.equals(nothing)) {
                    throw new IllegalStateException(names.get(name) + " is not answered alike: " + answer);
                }
            }
        }
        return Arrays.stream(times).mapToDouble(each -> at(Arrays.stream(each).sorted().toArray(), .5)).toArray();
    }

    /** Those that are answered by nothing: a name may be part of another that is public. */
    private static List<String> nothingPublic(List<String> names, Connection connection, Answer nothing) throws IOException {
        List<String> chosen = new ArrayList<>();
        for (String name : names) {
            if (connection.ask(lookUp(name)).equals(nothing)) {
                chosen.add(name);
            }
        }
        return chosen;
    }

    private static void quartiles(String name, double[] sorted) {
        System.out.printf("%-22s %10.1f %10.1f %10.1f%n", name, at(sorted, .25), at(sorted, .5), at(sorted, .75));
    }

    private static void compare(String name, double[] a, double[] b) {
        double distance = distance(a, b);
        double root = Math.sqrt((double) a.length * b.length / (a.length + b.length));
        double share = slower(a, b);
        double z = (share - .5) / Math.sqrt((a.length + b.length + 1) / (12.0 * a.length * b.length));
        System.out.printf("%-22s KS %.4f (p %.3f)   rank sum %.4f (p %.3f)%n", name, distance, kolmogorov(root * distance), share, twoSided(z));
    }

    /** Kolmogorov and Smirnov: the widest gap between the two shares of answers up to a time. */
    private static double distance(double[] a, double[] b) {
        double widest = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            double x = Math.min(a[i], b[j]);
            while (i < a.length && a[i] <= x) {
                i++;
            }
            while (j < b.length && b[j] <= x) {
                j++;
            }
            widest = Math.max(widest, Math.abs((double) i / a.length - (double) j / b.length));
        }
        return widest;
    }

    /** Mann and Whitney's U over all pairs; ties count half. */
    private static double slower(double[] a, double[] b) {
        double pairs = 0;
        int below = 0;
        int upTo = 0;
        for (double x : a) {
            while (below < b.length && b[below] < x) {
                below++;
            }
            upTo = Math.max(upTo, below);
            while (upTo < b.length && b[upTo] <= x) {
                upTo++;
            }
            pairs += below + (upTo - below) / 2.0;
        }
        return pairs / ((double) a.length * b.length);
    }

    private static double kolmogorov(double x) {
        double sum = 0;
        for (int k = 1; k < 100; k++) {
            sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * x * x);
        }
        return Math.clamp(x < .2 ? 1 : sum, 0, 1);
    }

    private static double twoSided(double z) {
        double x = Math.abs(z) / Math.sqrt(2);
        double t = 1 / (1 + 0.3275911 * x);
        // Abramowitz and Stegun 7.1.26
        double tail = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * Math.exp(-x * x);
        return Math.min(1, tail);
    }

    // ---- how many a second? ----

    private record Asked(String name, Supplier<String> path) {}

    private void load(List<String> names, int seconds, int connections) throws Exception {
        List<String> all = List.copyOf(names);
        List<Asked> questions = List.of(
                new Asked("static file", () -> "/assets/marking.js"),
                new Asked("look-up, not released or unknown", () -> lookUp(any(all))),
                new Asked("look-up, two characters", () -> lookUp(part(any(all)))),
                new Asked("look-up, number", () -> lookUp("示例备2026-" + (100_000 + random.nextInt(900_000)))),
                new Asked("look-up as JSON", () -> "/api/v1/public/look-up?q=" + encode(part(any(all)))),
                new Asked("first page", () -> "/public"),
                new Asked("services of a theme", () -> "/public/items?theme=other"),
                new Asked("static file, again", () -> "/assets/marking.js"));
        System.out.printf("%n%d connections, %d s each after warming up%n", connections, seconds);
        for (int round = 0; round < 3; round++) {
            for (Asked asked : questions) {
                measure(asked, 1, connections);
            }
        }
        System.out.printf("%-34s %9s %8s %8s %8s %8s %6s%n", "", "per s", "p50 ms", "p95 ms", "p99 ms", "kB", "wrong");
        for (Asked asked : questions) {
            measure(asked, seconds, connections).print();
        }
    }

    private String part(String name) {
        int from = random.nextInt(name.length() - 1);
        return name.substring(from, from + 2);
    }

    private record Measured(String name, double rate, double[] ms, long bytes, int wrong) {
        void print() {
            System.out.printf("%-34s %9.0f %8.2f %8.2f %8.2f %8.1f %6d%n",
                    name, rate, at(ms, .5), at(ms, .95), at(ms, .99), bytes / 1e3, wrong);
        }
    }

    private Measured measure(Asked asked, int seconds, int connections) throws Exception {
        long begun = System.nanoTime();
        long end = begun + seconds * 1_000_000_000L;
        List<double[]> times = new ArrayList<>();
        long bytes = 0;
        int wrong = 0;
        try (var threads = Executors.newFixedThreadPool(connections)) {
            List<Future<Client>> clients = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                clients.add(threads.submit((Callable<Client>) () -> new Client().ask(asked, end)));
            }
            for (Future<Client> future : clients) {
                Client client = future.get();
                times.add(Arrays.copyOf(client.ms, client.count));
                bytes = Math.max(bytes, client.largest);
                wrong += client.wrong;
            }
        }
        double took = (System.nanoTime() - begun) / 1e9;
        double[] sorted = times.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
        return new Measured(asked.name, sorted.length / took, sorted, bytes, wrong);
    }

    private final class Client {
        private double[] ms = new double[4096];
        private int count;
        private int wrong;
        private long largest;

        Client ask(Asked asked, long end) throws IOException {
            try (Connection connection = new Connection()) {
                do {
                    String path;
                    synchronized (random) {
                        path = asked.path.get();
                    }
                    long begun = System.nanoTime();
                    Answer answer = connection.ask(path);
                    if (count == ms.length) {
                        ms = Arrays.copyOf(ms, 2 * count);
                    }
                    ms[count++] = (System.nanoTime() - begun) / 1e6;
                    wrong += answer.status == 200 ? 0 : 1;
                    largest = Math.max(largest, answer.length);
                } while (System.nanoTime() < end);
            }
            return this;
        }
    }

    // ---- HTTP ----

    private record Answer(int status, long length) {}

    /** One connection, kept open; opened anew when the server closes it. */
    private final class Connection implements AutoCloseable {
        private Socket socket;
        private InputStream in;

        Connection() throws IOException {
            open();
        }

        private void open() throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(20_000);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        }

        Answer ask(String path) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            StringBuilder head = new StringBuilder(1024);
            while (head.length() < 4 || head.charAt(head.length() - 1) != '\n' || head.charAt(head.length() - 3) != '\n') {
                int b = in.read();
                if (b < 0) {
                    throw new IOException("the server hung up");
                }
                head.append((char) b);
            }
            int at = head.indexOf("Content-Length: ");
            long length = at < 0 ? chunks() : Long.parseLong(head.substring(at + 16, head.indexOf("\r", at)));
            if (at >= 0) {
                in.skipNBytes(length);
            }
            if (head.indexOf("Connection: close") >= 0) {
                socket.close();
                open();
            }
            return new Answer(Integer.parseInt(head.substring(9, 12)), length);
        }

        private long chunks() throws IOException {
            long all = 0;
            while (true) {
                StringBuilder size = new StringBuilder();
                for (int b = in.read(); b != '\n'; b = in.read()) {
                    size.append((char) b);
                }
                int chunk = Integer.parseInt(size.toString().strip(), 16);
                in.skipNBytes(chunk + 2L);
                if (chunk == 0) {
                    return all;
                }
                all += chunk;
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static String lookUp(String typed) {
        return "/public/look-up?q=" + encode(typed);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String any(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }
}
