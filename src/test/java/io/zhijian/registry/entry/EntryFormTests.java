package io.zhijian.registry.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Typed text becomes an entry and comes back as it was. */
class EntryFormTests {

    private static final UUID HOST = UUID.fromString("01890000-0000-7000-8000-000000000001");

    @Test
    void readsBackWhatItWrote() {
        Entry entry = EntryForm.read(everything()).entry();
        assertThat(EntryForm.read(EntryForm.typed(entry)).entry()).isEqualTo(entry);
        assertThat(EntryForm.entry(EntryForm.document(entry))).isEqualTo(entry);
    }

    @Test
    void keepsEveryFieldTheFormAsks() {
        Typed typed = everything();
        Typed back = EntryForm.typed(EntryForm.read(typed).entry());
        assertThat(EntryForm.read(typed).problems()).isEmpty();
        assertThat(back.values()).isEqualTo(typed.values());
    }

    @Test
    void whatIsBlankIsUnknown() {
        Entry entry = EntryForm.read(new Typed(Map.of("name", "某应用", "host", HOST.toString())))
                .entry();
        AppFacts facts = AppFacts.of(entry, "PLANNED", null);
        assertThat(facts.checkIn()).isNull();
        assertThat(facts.usageNorm()).isNull();
        assertThat(facts.icpNumber()).isNull();
        assertThat(facts.toComplete()).contains("usageNorm", "checkIn").doesNotContain("checkInBasis", "stage");
    }

    @Test
    void aDocumentOlderThanAFieldStillReads() {
        Entry entry = EntryForm.entry("{\"name\":\"旧应用\",\"unheardOf\":{\"x\":1}}");
        assertThat(entry.name()).isEqualTo("旧应用");
        assertThat(entry.govCloud().present()).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void dropsEmptyRowsAndKeepsTheOrderOfTheOthers() {
        Entry entry = EntryForm.read(new Typed(
                        Map.of("functions.7.name", "通知公告", "functions.2.name", "会议报名", "functions.3.name", "  ")))
                .entry();
        assertThat(entry.functions()).extracting(Entry.Function::name).containsExactly("会议报名", "通知公告");
    }

    @Test
    void namingAPersonSaysThatThereIsOne() {
        Entry entry = EntryForm.read(new Typed(Map.of("ideology.name", "张三", "security.assigned", "NO")))
                .entry();
        AppFacts facts = AppFacts.of(entry, null, null);
        assertThat(facts.ideologyOfficer()).isTrue();
        assertThat(facts.securityOfficer()).isFalse();
    }

    @Test
    void theNormThatHoldsIsTheOnePublishedLast() {
        Entry entry = EntryForm.read(new Typed(Map.of(
                        "norm.versions.0.published", "2025-06-01",
                        "norm.versions.0.scenes", "会议",
                        "norm.versions.1.published", "2024-01-01",
                        "norm.versions.1.withoutScenes", "true")))
                .entry();
        assertThat(entry.norm().current().orElseThrow().published()).isEqualTo(LocalDate.of(2025, 6, 1));
        assertThat(AppFacts.of(entry, null, null).normScenes()).isTrue();
        assertThat(AppFacts.of(entry, null, null).normRequirements()).isNull();
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
        Entry before = functions("通知公告", "会议报名", "巡查上报");
        Entry after = functions("会议报名", "巡查上报", "在线学习");
        assertThat(Change.between(before, after))
                .extracting(Change::row, Change::before, Change::after)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("在线学习", "", "在线学习"),
                        org.assertj.core.groups.Tuple.tuple("通知公告", "通知公告", ""));
        assertThat(Change.between(before, before)).isEmpty();
    }

    private static @org.jspecify.annotations.Nullable Boolean basis(String... typed) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < typed.length; i += 2) {
            values.put(typed[i], typed[i + 1]);
        }
        return AppFacts.of(EntryForm.read(new Typed(values)).entry(), null, null)
                .checkInBasis();
    }

    private static Entry functions(String... names) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            values.put("functions." + i + ".name", names[i]);
        }
        return EntryForm.read(new Typed(values)).entry();
    }

    /** A fitting value in every field; repeating groups have two rows. */
    static Typed everything() {
        Map<String, String> values = new LinkedHashMap<>();
        for (Field field : Field.values()) {
            for (int row = 0; row < (field.group().isPresent() ? 2 : 1); row++) {
                values.put(field.key(row), sample(field, row));
            }
        }
        for (int row = 0; row < 2; row++) {
            for (Field field : List.of(
                    Field.NORM_WITHOUT_TARGET_USERS, Field.NORM_WITHOUT_SCENES, Field.NORM_WITHOUT_REQUIREMENTS)) {
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
            case FORMS -> "MINI_PROGRAM";
            case GROUNDS -> "EMERGENCY";
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
