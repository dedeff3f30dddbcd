package io.zhijian.registry.exchange;

import static io.zhijian.people.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.ZhijianTest;
import io.zhijian.base.Actor;
import io.zhijian.base.Ids;
import io.zhijian.base.Role;
import io.zhijian.people.TestPeople;
import io.zhijian.people.Unit;
import io.zhijian.people.UnitLevel;
import io.zhijian.registry.Provenance;
import io.zhijian.registry.Register;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.SubjectQuery;
import io.zhijian.registry.entry.Field;
import io.zhijian.registry.entry.Typed;
import io.zhijian.registry.exchange.stage.Import;
import io.zhijian.registry.exchange.stage.ImportState;
import io.zhijian.registry.export.Extent;
import io.zhijian.registry.export.ListExport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;

/** What was exported whole and is imported as it is changes nothing, rows of groups and long texts included. */
@ZhijianTest
class RoundTripTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Imports imports;

    @Autowired
    ListExport exports;

    @Autowired
    Register register;

    @TempDir
    Path temp;

    private Unit host;
    private Unit user;
    private Actor clerk;

    @BeforeEach
    void aHost() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        TestPeople people = new TestPeople(context);
        host = people.unit(people.province(), UnitLevel.CITY);
        user = people.unit(host, UnitLevel.COUNTY);
        clerk = people.actor(people.staff(host, Role.CLERK));
    }

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void anAppComesBackAsItLeft() {
        Map<String, String> typed = new HashMap<>(Map.of(
                "name", "河湖巡护",
                "form", "APP",
                "aliases", "巡护\n河湖通",
                "summary", "巡河、\n上报",
                "usersNamed", "YES",
                "functions.0.name", "巡河",
                "functions.1.name", "问题上报",
                "functions.1.about", "拍照、定位，随手上报；可撤回",
                "checkIn.present", "NO",
                "gov.number", "示例备2026-0001"));
        typed.putAll(Map.of(
                "users.0", user.id().toString(),
                "norm.versions.0.published", "2026-01-05",
                "norm.versions.0.scenes", "日常巡护\n专项巡护",
                "norm.versions.0.withoutRequirements", "true",
                "norm.versions.1.published", "2026-03-16",
                "norm.versions.1.scenes", "全部场景",
                "data.0.name", "学习积分",
                "data.1.name", "巡护轨迹",
                "data.1.personal", "YES"));
        expectSame(SubjectKind.APP, typed);
    }

    @Test
    void anAccountAndAGroupComeBackAsTheyLeft() {
        expectSame(
                SubjectKind.ACCOUNT,
                Map.of(
                        "name", "示例发布",
                        "platform", "WECHAT_OFFICIAL",
                        "accountId", "shili-fabu",
                        "purpose", "发布政务信息，回应关切",
                        "lastPost", "2026-03-16",
                        "followers", "18600",
                        "ideology.name", "赵示例",
                        "interaction", "NO"));
        expectSame(
                SubjectKind.GROUP,
                Map.of(
                        "name", "汛期值守群",
                        "purpose", "值守联络",
                        "term", "UNTIL",
                        "endsOn", "2027-03-16",
                        "platform", "WECOM",
                        "size", "38",
                        "nightMessages", "NO"));
    }

    private void expectSame(SubjectKind kind, Map<String, String> typed) {
        Map<String, String> values = new HashMap<>(typed);
        values.put(Field.HOST, host.id().toString());
        as(
                clerk,
                () -> register.enter(
                        Ids.next(), kind.shape().read(new Typed(values)).entry(), "首次登记"));
        Import made = as(clerk, () -> imports.bring(kind, "导出.xlsx", exported(kind)));
        as(clerk, () -> {
            imports.understand(made.id(), Map.of());
            return null;
        });
        Import looked = rested(made.id());
        assertThat(looked.state()).isEqualTo(ImportState.CHECKED);
        assertThat(looked.counts()).as(kind.code()).isEqualTo(new Import.Counts(0, 0, 1, 0, 0, 0));
    }

    private Path exported(SubjectKind kind) {
        SubjectQuery all = SubjectQuery.all(kind).from(Provenance.OWN);
        Path file = temp.resolve(kind.code() + ".xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            exports.prepare(new ListExport.Order(all, Extent.WHOLE, "xlsx", "repair", "核对"))
                    .writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private Import rested(UUID id) {
        for (int i = 0; i < 400; i++) {
            Import now = as(clerk, () -> imports.get(id));
            if (!now.state().running()) {
                return now;
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("the import does not come to rest");
    }
}
