package io.zhijian;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A real browser for whole stories: Debian's Chromium, driven by Playwright. Whatever the page complains of (a breach of
 * the content security policy, a script error) is collected and fails the test at {@link #close}.
 */
public final class Browser implements AutoCloseable {

    /** Widths that every page is looked at. */
    public enum Device {
        DESKTOP(1440, 900),
        PHONE(390, 844);

        private final int width;
        private final int height;

        Device(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> complaints = new ArrayList<>();
    private final String origin;

    public Browser(int port) {
        this.origin = "http://localhost:" + port;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** A fresh visitor: no cookie, no sign-in. */
    public Page visitor(Device device) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(origin)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(device.width, device.height)
                .setIsMobile(device == Device.PHONE)
                .setHasTouch(device == Device.PHONE));
        context.setDefaultTimeout(10_000);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            // a refused form (4xx) is part of stories; everything else is a fault of the page
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        return page;
    }

    /** Signs a visitor in through the page, as a person would. */
    public Page signedIn(Device device, String login, String password) {
        Page page = visitor(device);
        page.navigate("/sign-in");
        page.locator("input[name=login]").fill(login);
        page.locator("input[name=password]").fill(password);
        page.locator("main button[type=submit]").click();
        assertThat(page.url()).as("signed in as %s", login).doesNotContain("/sign-in");
        return page;
    }

    /** Fails where axe finds a breach of WCAG 2.2 A or AA. */
    public static void expectAccessible(Page page) {
        var results = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze();
        List<String> found = results.getViolations().stream().map(Browser::say).toList();
        assertThat(found).as("axe on %s", page.url()).isEmpty();
    }

    /** Fails where the page is wider than the window, so that a phone would scroll sideways. */
    public static void expectNoSidewaysScroll(Page page) {
        Object over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) over).intValue())
                .as("sideways scroll on %s", page.url())
                .isLessThanOrEqualTo(1);
    }

    /** Keeps a picture under {@code target/screenshots}. */
    public static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots", name + ".png")));
    }

    private static String say(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream()
                        .limit(3)
                        .map(node -> String.valueOf(node.getTarget()))
                        .toList();
    }

    private static Path executable() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No Chromium found: apt-get install chromium"));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }
}
