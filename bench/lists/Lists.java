import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lists under load: 20 connections kept open ask for pages one after another, for a bounded time and on loopback only,
 * beside a static file of about the same size from the same server in the same minute.
 *
 * <pre>java bench/lists/Lists.java PORT LOGIN PASSWORD-FILE [SECONDS] [CONNECTIONS]</pre>
 */
public class Lists {

    private static final int WARM_UP_SECONDS = 6;
    private static final String[] WORDS = {
        "巡河", "通讯录", "学习", "培训", "政务", "考勤", "供水", "应急", "防汛", "会议", "报名", "网格", "社保", "教育", "医疗", "民政", "水利",
        "交通", "城管", "环保", "乡村", "党建", "服务", "公告", "热线", "办事", "督查", "信访", "统计", "审批"
    };

    private final int port;
    private final int seconds;
    private final int connections;
    private String cookies = "";

    private Lists(int port, int seconds, int connections) {
        this.port = port;
        this.seconds = seconds;
        this.connections = connections;
    }

    public static void main(String[] words) throws Exception {
        if (words.length < 3) {
            System.err.println("java bench/lists/Lists.java PORT LOGIN PASSWORD-FILE [SECONDS] [CONNECTIONS]");
            System.exit(2);
        }
        int seconds = words.length > 3 ? Math.min(60, Integer.parseInt(words[3])) : 10;
        int connections = words.length > 4 ? Math.min(200, Integer.parseInt(words[4])) : 20;
        Lists lists = new Lists(Integer.parseInt(words[0]), seconds, connections);
        lists.signIn(words[1], Files.readString(Path.of(words[2])).strip());
        lists.run();
    }

    private record Asked(String name, Supplier<String> path) {}

    private record Measured(String name, double rate, double p50, double p95, double p99, long bytes, int wrong) {}

    private void run() throws Exception {
        Random random = new Random(20);
        int pages = pages("/apps");
        List<Asked> all = List.of(
                new Asked("static file", () -> "/assets/zhijian.css"),
                new Asked("list, first page", () -> "/apps"),
                new Asked("list, any of the first 50 pages", () -> "/apps?page=" + (1 + random.nextInt(50))),
                new Asked("search, one of 30 Chinese words", () -> "/apps?q=" + word(random)),
                new Asked("search, two words", () -> "/apps?q=" + word(random) + "+" + word(random)),
                new Asked("search, number fragment", () -> "/apps?q=" + (100_000 + random.nextInt(900_000))),
                new Asked("facets", () -> "/apps?stage=ONLINE&level=" + List.of("CITY", "COUNTY", "TOWN").get(random.nextInt(3))),
                new Asked("accounts, first page", () -> "/accounts"),
                new Asked("deep page (last)", () -> "/apps?page=" + pages),
                new Asked("static file, again", () -> "/assets/zhijian.css"));
        System.out.printf("%d connections, %d s each after warming up; %d pages in the list of apps%n", connections, seconds, pages);
        for (int round = 0; round < WARM_UP_SECONDS; round++) {
            for (Asked asked : all) {
                measure(asked, 1.0 / 2);
            }
        }
        double file = 0;
        System.out.printf("%-34s %9s %8s %8s %8s %8s %6s %7s%n", "", "per s", "p50 ms", "p95 ms", "p99 ms", "kB", "wrong", "of file");
        for (Asked asked : all) {
            Measured m = measure(asked, seconds);
            file = file == 0 ? m.rate : file;
            System.out.printf(
                    "%-34s %9.0f %8.2f %8.2f %8.2f %8.1f %6d %6.0f%%%n",
                    m.name, m.rate, m.p50, m.p95, m.p99, m.bytes / 1e3, m.wrong, 100 * m.rate / file);
        }
    }

    private static String word(Random random) {
        return URLEncoder.encode(WORDS[random.nextInt(WORDS.length)], StandardCharsets.UTF_8);
    }

    private Measured measure(Asked asked, double seconds) throws Exception {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        List<long[]> times = new ArrayList<>();
        long bytes = 0;
        int wrong = 0;
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            List<Future<Client>> clients = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                clients.add(threads.submit((Callable<Client>) () -> new Client(asked, end).call()));
            }
            for (Future<Client> client : clients) {
                times.add(client.get().times());
                bytes = Math.max(bytes, client.get().largest);
                wrong += client.get().wrong;
            }
        }
        double took = (System.nanoTime() - start) / 1e9;
        long[] sorted = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Measured(asked.name, sorted.length / took, at(sorted, .5), at(sorted, .95), at(sorted, .99), bytes, wrong);
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
    }

    /** One connection, kept open: asks, reads the whole answer, asks again. */
    private final class Client {

        private final Asked asked;
        private final long end;
        private long[] times = new long[1024];
        private int count;
        private int wrong;
        private long largest;

        Client(Asked asked, long end) {
            this.asked = asked;
            this.end = end;
        }

        Client call() throws IOException {
            do {
                connection();
            } while (System.nanoTime() < end);
            return this;
        }

        /** Until the time is over or the server closes it. */
        private void connection() throws IOException {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(20_000);
                OutputStream out = socket.getOutputStream();
                InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
                boolean open;
                do {
                    String path;
                    synchronized (asked) {
                        path = asked.path.get();
                    }
                    long begun = System.nanoTime();
                    out.write(("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nCookie: " + cookies + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                    open = answer(in);
                    note(System.nanoTime() - begun);
                } while (open && System.nanoTime() < end);
            }
        }

        /** Whether the connection stays open. */
        private boolean answer(InputStream in) throws IOException {
            StringBuilder head = new StringBuilder(512);
            while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
                int b = in.read();
                if (b < 0) {
                    throw new IOException("the server hung up");
                }
                head.append((char) b);
            }
            if (!head.substring(9, 12).equals("200")) {
                wrong++;
            }
            int at = head.indexOf("Content-Length: ");
            if (at < 0) {
                throw new IOException("no length: " + head);
            }
            long length = Long.parseLong(head.substring(at + 16, head.indexOf("\r", at)));
            in.skipNBytes(length);
            largest = Math.max(largest, length);
            return head.indexOf("Connection: close") < 0;
        }

        private void note(long nanos) {
            if (count == times.length) {
                times = Arrays.copyOf(times, count * 2);
            }
            times[count++] = nanos;
        }

        long[] times() {
            return Arrays.copyOf(times, count);
        }
    }

    private void signIn(String login, String password) throws Exception {
        CookieManager jar = new CookieManager();
        try (HttpClient client = HttpClient.newBuilder().cookieHandler(jar).build()) {
            String form = client.send(request("/sign-in").GET().build(), BodyHandlers.ofString()).body();
            Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form);
            if (!token.find()) {
                throw new IllegalStateException("no sign-in page on port " + port);
            }
            String body = "_csrf=" + encode(token.group(1)) + "&login=" + encode(login) + "&password=" + encode(password);
            client.send(
                    request("/sign-in").header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                    BodyHandlers.discarding());
            client.send(request("/apps").GET().build(), BodyHandlers.discarding());
        }
        List<String> kept = new ArrayList<>();
        jar.getCookieStore().getCookies().forEach(cookie -> kept.add(cookie.getName() + "=" + cookie.getValue()));
        cookies = String.join("; ", kept);
        if (!cookies.contains("session=")) {
            throw new IllegalStateException(login + " could not sign in");
        }
    }

    private int pages(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String page = client.send(request(path).header("Cookie", cookies).GET().build(), BodyHandlers.ofString()).body();
            Matcher total = Pattern.compile("data-pages=\"(\\d+)\"").matcher(page);
            return total.find() ? Integer.parseInt(total.group(1)) : 1;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).timeout(Duration.ofSeconds(20));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
