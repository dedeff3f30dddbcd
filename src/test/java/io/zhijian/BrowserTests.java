package io.zhijian;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The guards in the browser see what they must see. */
@ZhijianTest
class BrowserTests {

    @LocalServerPort
    int port;

    @Test
    void anInlineScriptIsRefusedByThePolicyAndFailsTheTest() {
        assertThatThrownBy(() -> {
                    try (Browser browser = new Browser(port)) {
                        Page page = browser.visitor(Browser.Device.DESKTOP);
                        page.navigate("/sign-in");
                        page.evaluate("""
                                () => {
                                  const planted = document.createElement('script');
                                  planted.textContent = 'window.planted = true';
                                  document.body.append(planted);
                                }""");
                    }
                })
                .hasMessageContaining("Content Security Policy");
    }

    @Test
    void anImageWithoutWordsIsFoundByAxe() {
        try (Browser browser = new Browser(port)) {
            Page page = browser.visitor(Browser.Device.DESKTOP);
            page.navigate("/sign-in");
            page.evaluate("() => { const i = document.createElement('img'); i.src = '/assets/icon.svg';"
                    + " document.querySelector('main').append(i); }");
            assertThatThrownBy(() -> Browser.expectAccessible(page)).hasMessageContaining("image-alt");
        }
    }
}
