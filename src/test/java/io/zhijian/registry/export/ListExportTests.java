package io.zhijian.registry.export;

import static io.zhijian.base.Texts.t;
import static io.zhijian.people.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhijian.ZhijianTest;
import io.zhijian.base.Actor;
import io.zhijian.base.Ids;
import io.zhijian.base.Role;
import io.zhijian.people.TestPeople;
import io.zhijian.people.Unit;
import io.zhijian.people.UnitLevel;
import io.zhijian.registry.Register;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.SubjectQuery;
import io.zhijian.registry.entry.Field;
import io.zhijian.registry.entry.Typed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A list leaves as a table a spreadsheet reads rightly; figures that could rank leave for a stated purpose only. */
@ZhijianTest
class ListExportTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Register register;

    @Autowired
    ListExport exports;

    @Autowired
    @FlywayDataSource
    DataSource ownerDataSource;

    private Unit host;
    private Actor clerk;

    @BeforeEach
    void aHostWithOneAccount() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        TestPeople people = new TestPeople(context);
        host = people.unit(people.province(), UnitLevel.COUNTY);
        clerk = people.actor(people.staff(host, Role.CLERK));
        enter(
                SubjectKind.ACCOUNT,
                Map.of(
                        "name", "=1+1示例发布",
                        "platform", "WECHAT_OFFICIAL",
                        "purpose", "发布“政务”信息,\n回应关切",
                        "lastPost", "2026-03-16",
                        "followers", "18600",
                        "verified", "YES"));
    }

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void everyFieldStandsUnderTheNameItHasInTheForm() throws IOException {
        for (SubjectKind kind : SubjectKind.values()) {
            List<String> labels = kind.shape().fields().stream()
                    .map(Field::textKey)
                    .map(key -> t(key))
                    .toList();
            List<String> heads = as(clerk, () -> exports.titles(kind, Extent.WHOLE));
            assertThat(heads).startsWith(labels.toArray(String[]::new)).doesNotHaveDuplicates();
        }
    }

    @Test
    void excelHoldsDaysAsDaysNumbersAsNumbersAndTextAsText() throws IOException {
        byte[] file = written(order(SubjectKind.ACCOUNT, Extent.WHOLE, "xlsx", "repair", "核对登记"));
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            Row heads = book.getSheetAt(0).getRow(0);
            Row row = book.getSheetAt(0).getRow(1);
            assertThat(under("账号名称", heads, row).getCellType()).isEqualTo(CellType.STRING);
            assertThat(under("账号名称", heads, row).getStringCellValue()).isEqualTo("=1+1示例发布");
            assertThat(under("关注人数", heads, row).getNumericCellValue()).isEqualTo(18600);
            assertThat(DateUtil.isCellDateFormatted(under("最近发布日期", heads, row)))
                    .isTrue();
            assertThat(under("最近发布日期", heads, row).getLocalDateTimeCellValue().toLocalDate())
                    .isEqualTo(LocalDate.of(2026, 3, 16));
            assertThat(under("所在平台", heads, row).getStringCellValue()).isEqualTo("微信公众号");
            assertThat(under("主办单位", heads, row).getStringCellValue()).isEqualTo(host.name());
            assertThat(under("是否经平台认证", heads, row).getStringCellValue()).isEqualTo("是");
        }
    }

    @Test
    void rowsOfAGroupStandOneUnderTheOther() throws IOException {
        enter(
                SubjectKind.APP,
                Map.of("name", "示例应用", "functions.0.name", "巡河", "functions.0.about", "上报", "functions.1.name", "通讯录"));
        String csv = text(order(SubjectKind.APP, Extent.WHOLE, "csv", "", ""));
        assertThat(csv).contains("\"巡河\n通讯录\"").contains("\"上报\n\"");
    }

    @Test
    void csvIsHarmlessAndKnownAsUtf8() throws IOException {
        String csv = text(order(SubjectKind.ACCOUNT, Extent.LISTED, "csv", "", ""));
        assertThat(csv)
                .startsWith("\uFEFF\"账号名称\",\"主办单位\"")
                .contains("\"'=1+1示例发布\"")
                .contains("“政务”");
        assertThat(CsvTable.cell("@cmd")).isEqualTo("\"'@cmd\"");
        assertThat(CsvTable.cell(" =1")).isEqualTo("\"' =1\"");
        assertThat(CsvTable.cell("＝1+1")).isEqualTo("\"'＝1+1\"");
        assertThat(CsvTable.cell("说\"好\",\n再见")).isEqualTo("\"说\"\"好\"\",\n再见\"");
        assertThat(CsvTable.cell(-3L)).isEqualTo("-3");
    }

    @Test
    void nothingLeavesThatTheReaderCannotSee() throws IOException {
        TestPeople people = new TestPeople(context);
        Actor stranger = people.actor(people.staff(people.province(), Role.CLERK));
        ListExport.Order order = order(SubjectKind.ACCOUNT, Extent.LISTED, "csv", "", "");
        assertThat(as(stranger, () -> string(exports.prepare(order)))).doesNotContain("示例发布");
    }

    @Test
    void followersLeaveForAStatedPurposeOnlyAndNeverForAppraisal() {
        assertThatThrownBy(() -> prepare("", "说明")).hasMessage("export.purpose-missing");
        assertThatThrownBy(() -> prepare("oversight", "不是自己的用途")).hasMessage("export.purpose-missing");
        assertThatThrownBy(() -> prepare("repair", " ")).hasMessage("export.why-missing");
        assertThatThrownBy(() -> prepare("appraisal", "年终考核")).hasMessage("export.refused");
        assertThat(written("list.export-refused")).contains("appraisal", "关注人数");
        as(clerk, () -> prepare("repair", "核对登记"));
        assertThat(written("list.exported")).contains("repair", "\"rows\": \"1\"", "/accounts");
    }

    @Test
    void aTextTooLongForACellSaysThatItWasCut() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Table table = Table.Format.XLSX.open(out, "长")) {
            table.head(List.of("长"));
            List<Object> cells = new ArrayList<>();
            // not one sign only, or readers take the file for a bomb
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 8_000; i++) {
                text.append(Integer.toString(i * 7919, 36)).append('字');
            }
            cells.add(text.append("字".repeat(2_000)).toString());
            table.row(cells);
        }
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(book.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                    .hasSize(ExcelTable.CELL)
                    .endsWith(t("export.cut"));
        }
    }

    private static Cell under(String title, Row heads, Row row) {
        for (Cell head : heads) {
            if (head.getStringCellValue().equals(title)) {
                return row.getCell(head.getColumnIndex());
            }
        }
        throw new AssertionError("no column " + title);
    }

    private ListExport.Ready prepare(String purpose, String why) {
        return as(clerk, () -> exports.prepare(order(SubjectKind.ACCOUNT, Extent.WHOLE, "csv", purpose, why)));
    }

    private static ListExport.Order order(SubjectKind kind, Extent extent, String format, String purpose, String why) {
        return new ListExport.Order(
                SubjectQuery.all(kind).from(io.zhijian.registry.Provenance.OWN), extent, format, purpose, why);
    }

    private byte[] written(ListExport.Order order) {
        return as(clerk, () -> bytes(exports.prepare(order)));
    }

    private String text(ListExport.Order order) {
        return new String(written(order), StandardCharsets.UTF_8);
    }

    private static String string(ListExport.Ready table) {
        return new String(bytes(table), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ListExport.Ready table) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            table.writeTo(out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Details of the latest entry of the ledger by this clerk. */
    private String written(String action) {
        return JdbcClient.create(ownerDataSource)
                .sql("""
                        select p.details::text from ledger.entry e join ledger.payload p on p.entry_id = e.id
                         where e.action = :action and e.actor_id = :actor order by e.at desc limit 1""")
                .param("action", action)
                .param("actor", clerk.id())
                .query(String.class)
                .single();
    }

    private void enter(SubjectKind kind, Map<String, String> typed) {
        Map<String, String> values = new HashMap<>(typed);
        values.put(Field.HOST, host.id().toString());
        as(
                clerk,
                () -> register.enter(
                        Ids.next(), kind.shape().read(new Typed(values)).entry(), "首次登记"));
    }
}
