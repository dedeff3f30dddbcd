package io.zhijian.registry.exchange;

import static io.zhijian.people.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhijian.ZhijianTest;
import io.zhijian.base.Actor;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.people.TestPeople;
import io.zhijian.people.Unit;
import io.zhijian.people.UnitLevel;
import io.zhijian.registry.Register;
import io.zhijian.registry.Subject;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.SubjectQuery;
import io.zhijian.registry.Subjects;
import io.zhijian.registry.account.AccountEntry;
import io.zhijian.registry.app.AppEntry;
import io.zhijian.registry.exchange.match.Column;
import io.zhijian.registry.exchange.sheet.Cell;
import io.zhijian.registry.exchange.sheet.Format;
import io.zhijian.registry.exchange.sheet.SheetFile;
import io.zhijian.registry.exchange.stage.Import;
import io.zhijian.registry.exchange.stage.ImportState;
import io.zhijian.registry.exchange.stage.StagedRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a spreadsheet to the register and back. */
@ZhijianTest
class ImportTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Imports imports;

    @Autowired
    TakingBack back;

    @Autowired
    GraceEnds graceEnds;

    @Autowired
    MarkedFiles marked;

    @Autowired
    Subjects subjects;

    @Autowired
    Register register;

    @Autowired
    @FlywayDataSource
    DataSource ownerDataSource;

    private JdbcClient db;

    @TempDir
    Path temp;

    private TestPeople people;
    private Unit province;
    private Unit host;
    private Unit other;
    private Actor clerk;
    private Actor stranger;

    @BeforeEach
    void aHostAndAnotherUnit() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        db = JdbcClient.create(ownerDataSource);
        people = new TestPeople(context);
        province = people.province();
        host = people.unit(province, UnitLevel.CITY);
        other = people.unit(province, UnitLevel.CITY);
        clerk = people.actor(people.staff(host, Role.CLERK));
        stranger = people.actor(people.staff(other, Role.CLERK));
    }

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    private static final List<Object> HEAD = List.of("序号", "公众号名称", "平 台", "单位", "粉丝数", "最近更新日期", "是否认证");

    @Test
    void understandsAnOrdinarySheetAndEntersItInOneGo() {
        Import checked = look(
                SubjectKind.ACCOUNT,
                List.of(
                        List.of("某市政务新媒体登记表"),
                        HEAD,
                        List.of(1, "示例发布", "微信", host.name(), "１．２万", LocalDate.of(2026, 3, 5), "√"),
                        List.of(2, "示例水利", "新浪微博", "", 356, "2026年3月1日", "否")));
        assertThat(checked.state()).isEqualTo(ImportState.CHECKED);
        assertThat(checked.counts()).isEqualTo(new Import.Counts(2, 0, 0, 0, 0, 0));
        assertThat(list(SubjectKind.ACCOUNT)).isEmpty();

        Import done = commit(checked, true);
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        List<Subject> entered = list(SubjectKind.ACCOUNT);
        assertThat(entered).extracting(Subject::name).containsExactlyInAnyOrder("示例发布", "示例水利");
        AccountEntry one = (AccountEntry) named(entered, "示例发布").entry();
        assertThat(one.platform()).hasToString("WECHAT_OFFICIAL");
        assertThat(one.followers()).isEqualTo(12_000);
        assertThat(one.lastPost()).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(one.verified()).hasToString("YES");
        assertThat(as(clerk, () -> subjects.versions(named(entered, "示例水利").id())))
                .hasSize(1);
        assertThat(db.sql("select count(*) from ledger.entry where action = 'import.done' and subject_id = :id")
                        .param("id", done.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theSameFileAgainChangesNothingAndAChangedOneRevisesOnlyWhatItSays() {
        List<Object> row = List.of(1, "示例发布", "微信", host.name(), 100, "2026-3-5", "是");
        commit(look(SubjectKind.ACCOUNT, List.of(HEAD, row)), true);
        Import same = look(SubjectKind.ACCOUNT, List.of(HEAD, row));
        assertThat(same.counts()).isEqualTo(new Import.Counts(0, 0, 1, 0, 0, 0));
        assertThatThrownBy(() -> commit(same, true)).hasMessage("exchange.nothing-to-do");

        Import changed =
                look(SubjectKind.ACCOUNT, List.of(List.of("账号名称", "平台", "粉丝数"), List.of("示例 发布", "公众号", "1,200人")));
        assertThat(changed.counts().revised()).isEqualTo(1);
        commit(changed, true);
        Subject after = list(SubjectKind.ACCOUNT).getFirst();
        assertThat(after.version()).isEqualTo(2);
        AccountEntry entry = (AccountEntry) after.entry();
        assertThat(entry.followers()).isEqualTo(1_200);
        assertThat(entry.verified()).as("not in the second file").hasToString("YES");
    }

    @Test
    void wrongCellsAreMarkedInTheSameSheetAndTheGoodRowsMayGoFirst() throws IOException {
        List<List<Object>> rows = List.of(
                List.of("应用名称", "主办单位", "ICP备案号", "网络安全责任人电话"),
                List.of("甲通", host.name(), "渝ICP备2021008177号-4A", "023-12345678"),
                List.of("乙通", "没有这个单位", "", "电话"),
                List.of("甲通", host.name(), "", ""),
                List.of("=cmd()", host.name(), "", ""),
                List.of("丙通", other.name(), "", ""));
        Import checked = look(SubjectKind.APP, rows);
        assertThat(checked.counts().entered()).isEqualTo(1);
        assertThat(checked.counts().wrong()).isEqualTo(4);
        assertThatThrownBy(() -> commit(checked, true)).hasMessage("exchange.still-wrong");

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        as(clerk, () -> {
            try {
                marked.write(checked, out);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return null;
        });
        Path file = Files.write(temp.resolve("marked.xlsx"), out.toByteArray());
        List<List<String>> copied = new ArrayList<>();
        try (SheetFile sheet = SheetFile.open(file, Format.XLSX)) {
            sheet.read(
                    sheet.sheets().getFirst(),
                    line -> copied.add(line.cells().stream().map(Cell::text).toList()));
        }
        assertThat(copied).hasSize(6);
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < 4; j++) {
                assertThat(copied.get(i).get(j)).isEqualTo(rows.get(i).get(j));
            }
        }
        assertThat(copied.get(2).get(4)).contains("没有这个单位").contains("网络安全责任人");
        assertThat(copied.get(5).get(4)).contains("范围");
        commit(checked, false);
        assertThat(list(SubjectKind.APP)).extracting(Subject::name).containsExactly("甲通");
    }

    @Test
    void anImportIsTakenBackUnlessSomebodyTouchedWhatItWrote() {
        commit(look(SubjectKind.APP, List.of(List.of("名称", "简介"), List.of("甲通", "旧"))), true);
        Import second = commit(
                look(SubjectKind.APP, List.of(List.of("名称", "简介"), List.of("甲通", "新"), List.of("乙通", "新"))), true);
        assertThat(second.counts()).isEqualTo(new Import.Counts(1, 1, 0, 0, 0, 0));
        as(clerk, () -> {
            back.takeBack(second.id(), "");
            return null;
        });
        List<Subject> after = list(SubjectKind.APP);
        assertThat(after).extracting(Subject::name).containsExactly("甲通");
        assertThat(((AppEntry) after.getFirst().entry()).summary()).isEqualTo("旧");
        assertThat(after.getFirst().version()).isEqualTo(3);

        Import third = commit(look(SubjectKind.APP, List.of(List.of("名称"), List.of("丙通"))), true);
        Subject touched = named(list(SubjectKind.APP), "丙通");
        as(clerk, () -> register.revise(touched.id(), 1, touched.entry(), "改动"));
        assertThatThrownBy(() -> as(clerk, () -> {
                    back.takeBack(third.id(), "");
                    return null;
                }))
                .isInstanceOf(Refusal.class)
                .hasMessage("exchange.touched");
        assertThat(list(SubjectKind.APP)).hasSize(2);
    }

    @Test
    void aCorrectedColumnIsRememberedForTheUnit() {
        List<List<Object>> rows = List.of(List.of("名称", "奇怪的列"), List.of("甲通", "某平台"));
        Import first = bring(SubjectKind.APP, rows);
        assertThat(first.columns().all().get(1).taken()).isFalse();
        as(clerk, () -> {
            imports.understand(first.id(), Map.of(1, "platform"));
            return null;
        });
        awaitRest(first.id());
        Column again = bring(SubjectKind.APP, rows).columns().all().get(1);
        assertThat(again.field()).isEqualTo("platform");
        assertThat(again.how()).isEqualTo(Column.How.REMEMBERED);
    }

    @Test
    void likelyDuplicatesAreShownAndDoNotBlock() {
        commit(look(SubjectKind.APP, List.of(List.of("名称"), List.of("河湖巡护"))), true);
        Import checked = look(SubjectKind.APP, List.of(List.of("名称"), List.of("河湖巡护平台"), List.of("别的应用")));
        assertThat(checked.counts().likely()).isEqualTo(1);
        assertThat(as(clerk, () -> imports.likely(checked.id(), 1)).rows())
                .singleElement()
                .extracting(StagedRow::name)
                .isEqualTo("河湖巡护平台");
        assertThat(commit(checked, true).counts().entered()).isEqualTo(2);
    }

    @Test
    void anotherUnitSeesNothingOfIt() {
        Import checked = look(SubjectKind.APP, List.of(List.of("名称"), List.of("甲通")));
        assertThatThrownBy(() -> as(stranger, () -> imports.get(checked.id()))).hasMessage("exchange.unknown");
        assertThat(as(stranger, () -> imports.wrong(checked.id(), 1)).total()).isZero();
        assertThatThrownBy(() -> as(stranger, () -> {
                    imports.commit(checked.id(), true);
                    return null;
                }))
                .hasMessage("exchange.unknown");
    }

    /** Many more with -Dzhijian.rows=50000. */
    @Test
    void manyRowsGoInInOneTransaction() {
        int count = Integer.getInteger("zhijian.rows", 1_500);
        List<List<Object>> rows = new ArrayList<>(count + 1);
        rows.add(List.of("应用名称", "类型", "主办单位", "简介", "主要功能", "ICP备案号", "网络安全责任人", "是否打卡签到"));
        for (int i = 1; i <= count; i++) {
            rows.add(List.of(
                    "批量应用" + i,
                    i % 3 == 0 ? "小程序" : "App",
                    host.name(),
                    "用于日常办公第" + i,
                    "通知、巡查、报名",
                    "渝ICP备20210" + (10_000 + i) + "号-" + i + "A",
                    "张三",
                    "否"));
        }
        long begun = System.nanoTime();
        Import made = bring(SubjectKind.APP, rows);
        long brought = System.nanoTime();
        as(clerk, () -> {
            imports.understand(made.id(), Map.of());
            return null;
        });
        Import checked = awaitRest(made.id());
        long looked = System.nanoTime();
        assertThat(checked.counts())
                .isEqualTo(new Import.Counts(count, 0, 0, 0, checked.counts().likely(), 0));
        commit(checked, true);
        long written = System.nanoTime();
        assertThat(db.sql("select count(*) from registry.subject where host_unit = :host")
                        .param("host", host.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(count);
        System.out.printf(
                "%d rows: taken in %d ms, looked through in %d ms, entered in %d ms%n",
                count, (brought - begun) / 1_000_000, (looked - brought) / 1_000_000, (written - looked) / 1_000_000);
        as(clerk, () -> {
            back.takeBack(made.id(), "");
            return null;
        });
        assertThat(list(SubjectKind.APP)).isEmpty();
    }

    /** Only so that nobody is told while a host tidies up, and told once when the days are over. */
    @Test
    void findingsOfAFirstImportAreToldWhenItsDaysAreOver() {
        Actor second = people.actor(people.staff(host, Role.CLERK));
        commit(look(SubjectKind.APP, List.of(List.of("名称", "使用规范"), List.of("甲通", "无"))), true);
        Subject app = list(SubjectKind.APP).getFirst();
        Actor supervisor = people.actor(people.staff(province, Role.SUPERVISOR));
        as(
                supervisor,
                () -> register.setStage(
                        app.id(), io.zhijian.registry.life.Stage.PLANNED, io.zhijian.registry.life.Stage.ONLINE, "补录"));
        assertThat(db.sql("select count(*) from rules.finding where subject_id = :id")
                        .param("id", app.id())
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(messages(second, app)).isZero();
        graceEnds.run();
        assertThat(messages(second, app)).as("the days are not over").isZero();
        db.sql("update registry.import_grace set until = date '2020-01-01' where unit = :unit")
                .param("unit", host.id())
                .update();
        graceEnds.run();
        graceEnds.run();
        assertThat(messages(second, app)).isEqualTo(1);
    }

    private long messages(Actor staff, Subject about) {
        return db.sql("select count(*) from people.message where staff = :staff and subject_id = :id")
                .param("staff", staff.id())
                .param("id", about.id())
                .query(Long.class)
                .single();
    }

    @Test
    void aRunThatFellSilentIsFoundInterruptedAndHasLeftNothing() {
        Import checked = look(SubjectKind.APP, List.of(List.of("名称"), List.of("甲通")));
        db.sql("update registry.import set state = 'WRITING', beat_at = beat_at - interval '1 hour' where id = :id")
                .param("id", checked.id())
                .update();
        assertThat(as(clerk, () -> imports.get(checked.id())).state()).isEqualTo(ImportState.INTERRUPTED);
        assertThat(db.sql("select count(*) from registry.import_row where import = :id")
                        .param("id", checked.id())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(list(SubjectKind.APP)).isEmpty();
    }

    private Import bring(SubjectKind kind, List<List<Object>> rows) {
        try {
            Path file = Files.write(temp.resolve(UUID.randomUUID() + ".xlsx"), TestSheets.sheet(rows));
            return as(clerk, () -> imports.bring(kind, "登记表.xlsx", file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Import look(SubjectKind kind, List<List<Object>> rows) {
        Import made = bring(kind, rows);
        as(clerk, () -> {
            imports.understand(made.id(), Map.of());
            return null;
        });
        return awaitRest(made.id());
    }

    private Import commit(Import checked, boolean all) {
        as(clerk, () -> {
            imports.commit(checked.id(), all);
            return null;
        });
        Import done = awaitRest(checked.id());
        assertThat(done.refusal()).isNull();
        return done;
    }

    private Import awaitRest(UUID id) {
        for (int i = 0; i < 4_000; i++) {
            Import now = as(clerk, () -> imports.get(id));
            if (!now.state().running()) {
                return now;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("the import does not come to rest");
    }

    private List<Subject> list(SubjectKind kind) {
        List<Subject> all = new ArrayList<>();
        as(clerk, () -> {
            subjects.forEach(SubjectQuery.of(kind, Map.of()), subject -> {
                if (!subject.published()) {
                    all.add(subject);
                }
            });
            return null;
        });
        return all;
    }

    private static Subject named(List<Subject> subjects, String name) {
        return subjects.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
