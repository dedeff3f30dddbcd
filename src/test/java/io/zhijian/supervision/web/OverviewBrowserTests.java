package io.zhijian.supervision.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.zhijian.Browser;
import io.zhijian.Browser.Device;
import io.zhijian.DemoTest;
import io.zhijian.DemoTest.Person;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The overview in a real browser: pictures drawn without a breach of the content policy, tables one key away. */
@DemoTest
class OverviewBrowserTests {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @EnumSource(Device.class)
    void aSupervisorSeesPicturesOpensATableAndFollowsANumber(Device device) {
        try (Browser browser = new Browser(port)) {
            Page page = browser.signedIn(device, Person.SUPERVISOR.login(), Person.SUPERVISOR.password());
            page.navigate("/overview");
            assertThat(page.locator("#articles .zj-picture svg")).isVisible();
            assertThat(page.locator("#articles .zj-picture")).hasAttribute("role", "img");
            assertThat(page.locator("#articles table")).not().isVisible();
            Browser.expectAccessible(page);
            Browser.expectNoSidewaysScroll(page);
            Browser.picture(page, "overview-" + device);

            Locator toggle = page.locator("#articles [data-toggle]");
            toggle.focus();
            page.keyboard().press("Enter");
            assertThat(toggle).hasAttribute("aria-expanded", "true");
            assertThat(page.locator("#articles table")).isVisible();
            Browser.expectAccessible(page);
            Browser.expectNoSidewaysScroll(page);

            Locator number = page.locator("#articles tbody td a").first();
            String count = number.textContent().strip();
            number.click();
            assertThat(page.url()).contains("/findings?");
            assertThat(page.locator("main [role=status]").first()).containsText(count);

            page.navigate("/overview");
            page.locator("#places tbody th a").nth(1).click();
            assertThat(page.url()).contains("within=region");
            assertThat(page.locator("h1")).containsText("甲示市");
            page.locator("#stages-app [data-toggle]").click();
            page.locator("#stages-app tbody td a").first().click();
            assertThat(page.locator(".zj-narrowed")).isVisible();
        }
    }
}
