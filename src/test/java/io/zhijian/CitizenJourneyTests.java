package io.zhijian;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.zhijian.Browser.Device;
import io.zhijian.DemoTest.Person;
import io.zhijian.registry.door.Door;
import io.zhijian.registry.door.code.QrReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A citizen at the public door, without sign-in. */
@DemoTest
class CitizenJourneyTests {

    private static final String APP = "甲示市民通";

    @LocalServerPort
    int port;

    @Autowired
    Door door;

    @Autowired
    QrReader reader;

    @Test
    void aCitizenChecksAnAppFromTheCodeOnItsFirstPage() {
        try (Browser browser = new Browser(port)) {
            Page host = browser.signedIn(Device.DESKTOP, Person.SERVICE_CLERK.login(), Person.SERVICE_CLERK.password());
            host.navigate("/apps/" + id(APP) + "/public");
            Browser.expectAccessible(host);
            Browser.picture(host, "release-desktop");
            Locator code = host.locator("img[src$='code.svg']");
            // as a camera sees it: the picture on the screen, not the file behind it
            String address = reader.read(code.screenshot()).orElseThrow();
            assertThat(address).isEqualTo(host.locator("#code-text").innerText());

            Page citizen = browser.visitor(Device.PHONE);
            citizen.navigate(address);
            assertThat(citizen.locator("main").innerText())
                    .contains(
                            "已登记",
                            APP,
                            "甲示市政务服务管理局",
                            "例ICP备99000007号-8A",
                            "示例备2026-0007",
                            "正常运行",
                            "投诉建议入口",
                            "使用规范",
                            "谁来用")
                    .doesNotContain("认证", "违规");
            assertThat(citizen.context().cookies()).isEmpty();
        }
    }

    @Test
    void everyPublicPageIsAccessibleFitsAndSetsNoCookie() {
        String token = door.snapshot().find(APP).getFirst().token();
        String closing = door.snapshot().find("甲示好差评").getFirst().token();
        try (Browser browser = new Browser(port)) {
            for (Device device : Device.values()) {
                Page citizen = browser.visitor(device);
                for (String path : List.of(
                        "/public",
                        "/public?type=large",
                        "/public/look-up?q=甲示",
                        "/public/look-up?q=没有",
                        "/q/" + token,
                        "/q/" + closing + "?lang=en",
                        "/public/items?theme=care",
                        "/public/data",
                        "/public/api")) {
                    citizen.navigate(path);
                    Browser.expectAccessible(citizen);
                    Browser.expectNoSidewaysScroll(citizen);
                    assertThat(citizen.context().cookies()).as(path).isEmpty();
                }
                citizen.context().close();
            }
        }
    }

    /** Typed on a phone: found by a number in full-width signs, and by what one wants to do. */
    @Test
    void aCitizenFindsAnAppByNumberAndAServiceByItsName() {
        try (Browser browser = new Browser(port)) {
            Page citizen = browser.visitor(Device.PHONE);
            citizen.navigate("/");
            assertThat(citizen.url()).endsWith("/public");
            citizen.locator("#q").fill("示例备２０２６－０００７");
            citizen.locator("#q").press("Enter");
            assertThat(citizen.locator("h1").innerText()).isEqualTo(APP);
            citizen.navigate("/public/items");
            citizen.locator("#q").fill("公积金");
            citizen.locator("#q").press("Enter");
            citizen.locator(".zd-hits a").first().click();
            assertThat(citizen.locator("main").innerText()).contains("已登记", "公积金");
        }
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("demo:" + name).getBytes(StandardCharsets.UTF_8));
    }
}
