package io.zhijian.files.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import io.zhijian.Browser;
import io.zhijian.ZhijianTest;
import io.zhijian.files.MarkingsTests;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A marked text does not leave the machine, and one that does all the same is refused and not shown again. */
@ZhijianTest
class MarkingBrowserTests {

    private static final String MARKED = "机密★10年";

    @LocalServerPort
    int port;

    Browser browser;
    Page page;
    List<Request> sent = new ArrayList<>();

    @BeforeEach
    void openAPageWithAForm() {
        browser = new Browser(port);
        page = browser.visitor(Browser.Device.DESKTOP);
        page.waitForResponse(response -> response.url().contains("/markings"), () -> page.navigate("/sign-in"));
        page.onRequest(request -> {
            if (request.method().equals("POST")) {
                sent.add(request);
            }
        });
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void theBrowserJudgesEveryExampleAsTheServerDoes() throws IOException {
        List<Map<String, Object>> examples = MarkingsTests.examples()
                .flatMap(example -> java.util.stream.Stream.concat(
                        example.hit().stream().map(text -> Map.<String, Object>of("text", text, "hit", true)),
                        example.miss().stream().map(text -> Map.<String, Object>of("text", text, "hit", false))))
                .toList();
        Object wrong = page.evaluate("""
                (examples) => {
                  const field = document.createElement('textarea');
                  document.querySelector('main').append(field);
                  const wrong = examples.filter((example) => {
                    field.value = example.text;
                    field.dispatchEvent(new Event('change', { bubbles: true }));
                    return field.classList.contains('is-invalid') !== example.hit;
                  });
                  field.remove();
                  return wrong.map((example) => example.text);
                }""", examples);
        assertThat((List<?>) wrong).isEmpty();
        assertThat(examples).hasSizeGreaterThan(80);
    }

    @Test
    void aFormWithAMarkedFieldDoesNotLeave() {
        page.fill("input[name=login]", MARKED);
        page.fill("input[name=password]", "x");
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("input[name=login]").getAttribute("aria-invalid"))
                .isEqualTo("true");
        assertThat(page.locator("main [role=alert]").innerText()).contains("疑似含有密级标志");
        assertThat(sent).isEmpty();
        // the button is left alone, so that axe does not look at it while it changes colour
        page.mouse().move(0, 0);
        page.waitForTimeout(500);
        Browser.expectAccessible(page);

        page.fill("input[name=login]", "nobody");
        assertThat(page.locator("main [role=alert]").count()).isZero();
        page.locator("main button[type=submit]").click();
        page.waitForLoadState();
        assertThat(sent).hasSize(1);
    }

    @Test
    void aRequestOfHtmxWithAMarkedFieldDoesNotLeave() {
        page.evaluate("""
                () => {
                  const field = document.createElement('input');
                  field.id = 'planted';
                  field.name = 'planted';
                  field.setAttribute('aria-label', 'planted');
                  field.setAttribute('hx-post', '/sign-in');
                  field.setAttribute('hx-trigger', 'change');
                  document.querySelector('main').append(field);
                  htmx.process(field);
                }""");
        page.fill("#planted", MARKED);
        page.locator("#planted").blur();
        page.waitForTimeout(300);
        assertThat(sent).isEmpty();
        assertThat(page.locator("#planted").getAttribute("aria-invalid")).isEqualTo("true");
    }

    @Test
    void theServerRefusesWhatTheBrowserDidNotSeeAndDoesNotShowItAgain() {
        Map<?, ?> answer = (Map<?, ?>) page.evaluate("""
                async (text) => {
                  const body = new URLSearchParams(new FormData(document.querySelector('main form')));
                  body.set('login', text);
                  const answer = await fetch('/sign-in', { method: 'POST', body });
                  return { status: answer.status, text: await answer.text() };
                }""", MARKED);
        assertThat(answer.get("status")).isEqualTo(422);
        assertThat(String.valueOf(answer.get("text"))).contains("未留存").doesNotContain(MARKED);
    }
}
