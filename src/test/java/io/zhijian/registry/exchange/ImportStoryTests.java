package io.zhijian.registry.exchange;

import static io.zhijian.base.Texts.t;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.zhijian.Browser;
import io.zhijian.Browser.Device;
import io.zhijian.DemoTest;
import io.zhijian.DemoTest.Person;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.i18n.LocaleContextHolder;

/** An Excel with forty wrong cells is looked through, repaired where it is marked, entered and taken back. */
@DemoTest
class ImportStoryTests {

    @LocalServerPort
    int port;

    @TempDir
    Path temp;

    @BeforeEach
    void readChinese() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void fortyWrongCellsAreRepairedEnteredAndTakenBack() throws IOException {
        Path file = Files.write(temp.resolve("groups.xlsx"), TestSheets.sheet(rows()));
        try (Browser browser = new Browser(port)) {
            Page clerk = browser.signedIn(Device.DESKTOP, Person.CLERK.login(), Person.CLERK.password());
            clerk.navigate("/groups");
            clerk.locator("main")
                    .getByRole(AriaRole.LINK, link(t("exchange.menu")))
                    .click();
            upload(clerk, file);
            assertThat(clerk.locator("main").innerText()).contains(t("exchange.columns", 4, 5));
            press(clerk, t("exchange.look"));
            clerk.getByText(t("exchange.checked")).waitFor();
            assertThat(clerk.locator(".zx-wrong dd").innerText()).isEqualTo("40");
            Download marked = clerk.waitForDownload(() -> clerk.locator("main")
                    .getByRole(AriaRole.LINK, link(t("exchange.marked")))
                    .click());
            Path repaired = temp.resolve("repaired.xlsx");
            assertThat(repair(marked.path(), repaired)).isEqualTo(40);

            upload(clerk, repaired);
            press(clerk, t("exchange.look"));
            clerk.getByText(t("exchange.checked")).waitFor();
            press(clerk, t("exchange.commit.all", 60));
            clerk.getByText(t("exchange.done", 60, 0)).waitFor();
            Browser.expectAccessible(clerk);
            String done = clerk.url();
            clerk.navigate("/groups?q=" + java.net.URLEncoder.encode("导入群60", java.nio.charset.StandardCharsets.UTF_8));
            assertThat(clerk.locator(".zj-list").innerText()).contains("导入群60");

            Page phone = browser.signedIn(Device.PHONE, Person.CLERK.login(), Person.CLERK.password());
            phone.navigate(done);
            press(phone, t("exchange.undo.do"));
            phone.getByText(t("exchange.undone")).waitFor();
            Browser.expectAccessible(phone);
            phone.navigate("/groups?q=" + java.net.URLEncoder.encode("导入群60", java.nio.charset.StandardCharsets.UTF_8));
            assertThat(phone.locator("main").innerText()).doesNotContain("导入群6");
        }
    }

    private static List<List<Object>> rows() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("序号", "群名称", "平台", "解散日期", "群人数"));
        for (int i = 1; i <= 60; i++) {
            String day = i <= 20 ? "下月底" : "2027年3月5日";
            String size = i > 20 && i <= 40 ? "很多" : "５０人";
            rows.add(List.of(i, "导入群" + i, "微信", day, size));
        }
        return rows;
    }

    /** Does what a person does: goes to the coloured cells, reads the comment, mends the value. */
    private static int repair(Path from, Path to) throws IOException {
        int mended = 0;
        try (InputStream in = Files.newInputStream(from);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            for (Row row : book.getSheetAt(0)) {
                for (Cell cell : row) {
                    if (row.getRowNum() > 0
                            && cell.getCellStyle().getFillPattern() == FillPatternType.SOLID_FOREGROUND) {
                        assertThat(cell.getCellComment()).isNotNull();
                        cell.setCellValue(cell.getColumnIndex() == 3 ? "2027-03-05" : "50");
                        mended++;
                    }
                }
            }
            try (OutputStream out = Files.newOutputStream(to)) {
                book.write(out);
            }
        }
        return mended;
    }

    private static void upload(Page page, Path file) {
        Locator field = page.locator("input[type=file]");
        field.setInputFiles(file);
        press(page, t("exchange.upload"));
        page.getByText(t("exchange.columns.lead")).waitFor();
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static Locator.GetByRoleOptions link(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
