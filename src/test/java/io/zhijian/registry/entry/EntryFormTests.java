package io.zhijian.registry.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.registry.app.AppEntry;
import io.zhijian.registry.app.AppFacts;
import io.zhijian.registry.app.AppField;
import io.zhijian.registry.app.AppShape;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Typed text becomes an entry and comes back as it was. */
class EntryFormTests {

    private static final UUID HOST = UUID.fromString("01890000-0000-7000-8000-000000000001");

    @Test
    void readsBackWhatItWrote() {
        AppEntry entry = (AppEntry) AppShape.SHAPE.read(everything()).entry();
        assertThat(AppShape.SHAPE.read(AppShape.SHAPE.typed(entry)).entry()).isEqualTo(entry);
        assertThat(AppShape.SHAPE.entry(AppShape.SHAPE.document(entry))).isEqualTo(entry);
    }

    @Test
    void keepsEveryFieldTheFormAsks() {
        Typed typed = everything();
        Typed back = AppShape.SHAPE.typed(AppShape.SHAPE.read(typed).entry());
        assertThat(AppShape.SHAPE.read(typed).problems()).isEmpty();
        assertThat(back.values()).isEqualTo(typed.values());
    }

    @Test
    void whatIsBlankIsUnknown() {
        AppEntry entry = (AppEntry) AppShape.SHAPE
                .read(new Typed(Map.of("name", "某应用", "host", HOST.toString())))
                .entry();
        AppFacts facts = entry.facts(Standing.of("PLANNED", null));
        assertThat(facts.checkIn()).isNull();
        assertThat(facts.usageNorm()).isNull();
        assertThat(facts.icpNumber()).isNull();
        assertThat(facts.toComplete()).contains("usageNorm", "checkIn").doesNotContain("checkInBasis", "stage");
    }

    @Test
    void aDocumentOlderThanAFieldStillReads() {
        AppEntry entry = (AppEntry) AppShape.SHAPE.entry("{\"name\":\"旧应用\",\"unheardOf\":{\"x\":1}}");
        assertThat(entry.name()).isEqualTo("旧应用");
        assertThat(entry.govCloud().present()).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void dropsEmptyRowsAndKeepsTheOrderOfTheOthers() {
        AppEntry entry = (AppEntry) AppShape.SHAPE
                .read(new Typed(
                        Map.of("functions.7.name", "通知公告", "functions.2.name", "会议报名", "functions.3.name", "  ")))
                .entry();
        assertThat(entry.functions()).extracting(AppEntry.Function::name).containsExactly("会议报名", "通知公告");
    }

    @Test
    void namingAPersonSaysThatThereIsOne() {
        AppEntry entry = (AppEntry) AppShape.SHAPE
                .read(new Typed(Map.of("ideology.name", "张三", "security.assigned", "NO")))
                .entry();
        AppFacts facts = entry.facts(Standing.of(null, null));
        assertThat(facts.ideologyOfficer()).isTrue();
        assertThat(facts.securityOfficer()).isFalse();
    }

    @Test
    void theNormThatHoldsIsTheOnePublishedLast() {
        AppEntry entry = (AppEntry) AppShape.SHAPE
                .read(new Typed(Map.of(
                        "norm.versions.0.published", "2025-06-01",
                        "norm.versions.0.scenes", "会议",
                        "norm.versions.1.published", "2024-01-01",
                        "norm.versions.1.withoutScenes", "true")))
                .entry();
        assertThat(entry.norm().current().orElseThrow().published()).isEqualTo(LocalDate.of(2025, 6, 1));
        assertThat(entry.facts(Standing.of(null, null)).normScenes()).isTrue();
        assertThat(entry.facts(Standing.of(null, null)).normRequirements()).isNull();
    }

    @Test
    void aForcedFunctionIsBasedOnlyWhereABasisIsGiven() {
        assertThat(basis("checkIn.present", "YES")).isNull();
        assertThat(basis("checkIn.present", "YES", "checkIn.ground", "NONE")).isFalse();
        assertThat(basis("checkIn.present", "YES", "checkIn.ground", "EMERGENCY"))
                .isNull();
        assertThat(basis("checkIn.present", "YES", "checkIn.basis", "应急预案第三条")).isTrue();
        assertThat(basis("checkIn.present", "NO")).isNull();
    }

    @Test
    void tellsChangesByRowAndNotByPlace() {
        AppEntry before = functions("通知公告", "会议报名", "巡查上报");
        AppEntry after = functions("会议报名", "巡查上报", "在线学习");
        assertThat(Change.between(AppShape.SHAPE, before, after))
                .extracting(Change::row, Change::before, Change::after)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("在线学习", "", "在线学习"),
                        org.assertj.core.groups.Tuple.tuple("通知公告", "通知公告", ""));
        assertThat(Change.between(AppShape.SHAPE, before, before)).isEmpty();
    }

    private static @org.jspecify.annotations.Nullable Boolean basis(String... typed) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < typed.length; i += 2) {
            values.put(typed[i], typed[i + 1]);
        }
        return facts(AppShape.SHAPE.read(new Typed(values)).entry()).checkInBasis();
    }

    private static AppFacts facts(Entry entry) {
        return (AppFacts) entry.facts(Standing.of(null, null));
    }

    private static AppEntry functions(String... names) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            values.put("functions." + i + ".name", names[i]);
        }
        return (AppEntry) AppShape.SHAPE.read(new Typed(values)).entry();
    }

    /** A fitting value in every field; repeating groups have two rows. */
    static Typed everything() {
        Map<String, String> values = new LinkedHashMap<>();
        for (Field field : AppField.values()) {
            for (int row = 0; row < (field.group().isPresent() ? 2 : 1); row++) {
                values.put(field.key(row), sample(field, row));
            }
        }
        for (int row = 0; row < 2; row++) {
            for (Field field : List.of(
                    AppField.NORM_WITHOUT_TARGET_USERS,
                    AppField.NORM_WITHOUT_SCENES,
                    AppField.NORM_WITHOUT_REQUIREMENTS)) {
                values.remove(field.key(row));
            }
        }
        return new Typed(values);
    }

    static String sample(Field field, int row) {
        return switch (field.kind()) {
            case LINE -> "文字" + row;
            case TEXT -> "第一行\n第二行" + row;
            case LINES -> "甲\n乙";
            case ANSWER -> "YES";
            case CHOICE -> Objects.requireNonNull(field.options()).names().get(1);
            case NUMBER -> "12" + row;
            case CHECK -> "true";
            case UNIT -> row == 0 ? HOST.toString() : new UUID(1, 2).toString();
            case DATE -> "2026-0" + (row + 1) + "-15";
            case LINK -> "https://store.example.cn/" + row;
            case PHONE -> "0990-1234567";
            case ICP -> "示ICP备2026000001号-1A";
            case FILING -> "政应备〔2026〕0001号";
            case CODE -> "1199-0001.A";
            case VERSION -> "1.2." + row;
            case HASH -> "ab".repeat(32);
        };
    }
}
