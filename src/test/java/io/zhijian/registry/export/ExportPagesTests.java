package io.zhijian.registry.export;

import static io.zhijian.base.Texts.t;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.zhijian.Browser;
import io.zhijian.Browser.Device;
import io.zhijian.DemoTest;
import io.zhijian.DemoTest.Person;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.i18n.LocaleContextHolder;

/** Taking a list out in a browser: two taps for the usual, words and article where it may not leave. */
@DemoTest
class ExportPagesTests {

    @LocalServerPort
    int port;

    @BeforeEach
    void readChinese() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void aFilteredListIsDownloadedAsExcelAndAnAppraisalIsRefused() throws IOException {
        try (Browser browser = new Browser(port)) {
            for (Device device : Device.values()) {
                Page page = browser.signedIn(device, Person.CLERK.login(), Person.CLERK.password());
                page.navigate("/accounts?q=东禾水利&provenance=OWN");
                page.locator(".zj-head a[href*=export]").first().click();
                looks(page, "export", device);
                Download file = page.waitForDownload(
                        () -> page.locator("main .btn-primary").click());
                assertThat(file.suggestedFilename()).startsWith("公众账号-").endsWith(".xlsx");
                assertThat(firstColumn(file)).contains("账号名称", "东禾水利").doesNotContain("东禾河湖");
                refusesAppraisal(page, device);
            }
        }
    }

    private static void refusesAppraisal(Page page, Device device) {
        page.locator("[name=extent][value=WHOLE]").check();
        page.locator("[name=purpose][value=appraisal]").check();
        page.locator("#why").fill("年终考核");
        page.locator("main .btn-primary").click();
        assertThat(page.locator("[role=alert]").innerText()).contains("不予导出", "第十条");
        assertThat(page.locator("[name=extent][value=WHOLE]").isChecked()).isTrue();
        looks(page, "export-refused", device);
    }

    private static List<String> firstColumn(Download file) throws IOException {
        List<String> names = new ArrayList<>();
        try (var in = file.createReadStream();
                ReadableWorkbook book = new ReadableWorkbook(in);
                var rows = book.getFirstSheet().openStream()) {
            rows.forEach(row -> names.add(row.getCellText(0)));
        }
        return names;
    }

    private static void looks(Page page, String name, Device device) {
        assertThat(page.locator("h1").innerText()).contains(t("registry.kind.account"));
        Browser.expectAccessible(page);
        Browser.expectNoSidewaysScroll(page);
        Browser.picture(page, "registry-" + name + "-" + device);
    }
}
