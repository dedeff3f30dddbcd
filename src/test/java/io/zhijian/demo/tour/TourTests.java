package io.zhijian.demo.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.zhijian.Browser;
import io.zhijian.Browser.Device;
import io.zhijian.ZhijianTest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The tour runs through in a browser, by its buttons alone; in a context of its own, since it moves time. */
@ZhijianTest
@TestPropertySource(properties = {"zhijian.demo=true", "zhijian.jobs=false"})
class TourTests {

    @LocalServerPort
    int port;

    @Autowired
    Tour tour;

    @Autowired
    Clock clock;

    @Test
    void theTourRunsThroughOnRealPagesAndTimeMovesOnce() {
        Instant before = clock.instant();
        try (Browser browser = new Browser(port)) {
            Page page = browser.visitor(Device.PHONE);
            page.navigate("/tour");
            Browser.expectAccessible(page);
            page.locator("main button").click();
            for (Tour.Step step : tour.steps()) {
                assertThat(page.url()).endsWith(step.path());
                assertThat(page.locator(".zj-guide").innerText()).contains(step.zh());
                Browser.expectAccessible(page);
                Browser.expectNoSidewaysScroll(page);
                Locator next = page.locator(".zj-guide .btn-primary");
                if (next.count() > 0) {
                    next.click();
                }
            }
            Browser.picture(page, "tour-phone");
            page.locator(".zj-guide .zj-link").click();
            assertThat(page.url()).endsWith("/tour");
            page.navigate("/");
            assertThat(page.locator(".zj-guide").count()).isZero();
        }
        assertThat(Duration.between(before, clock.instant())).isBetween(Duration.ofDays(10), Duration.ofDays(25));
    }

    @Test
    void theClockGoesForwardOnlyAndKeepsItsLead() {
        Path file = Path.of("target/demo-clock-" + UUID.randomUUID());
        DemoClock first = new DemoClock(file);
        first.forward(Duration.ofDays(3));
        assertThat(new DemoClock(file).instant()).isAfter(Instant.now().plus(Duration.ofHours(71)));
        assertThatThrownBy(() -> first.forward(Duration.ofDays(-1))).isInstanceOf(IllegalArgumentException.class);
    }
}
