package io.zhijian.registry.door;

import static io.zhijian.registry.door.TestEntries.entry;
import static io.zhijian.registry.door.TestEntries.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is public is found however it is typed, and nothing else is. */
class SnapshotTests {

    private final PublicEntry citizen =
            entry("甲示市民通", "例ICP备99000007号-8A", "示例备2026-0007", "ONLINE", "公积金提取", "水费电费缴纳");
    private final PublicEntry office = entry("甲示民生服务", "例ICP备99000007号-9A", "示例备2026-0010", "CLOSED", "低保申请");
    private final Snapshot snapshot = snapshot(citizen, office);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "甲示市民通",
                " 甲示 市民通　",
                "市民通",
                "示例备2026-0007",
                "示例备２０２６－０００７",
                "示例备 〔2026〕 0007",
                "例ICP备99000007号-8A",
                "例ｉｃｐ备９９０００００７号－８ａ",
                "例icp备99000007号8a"
            })
    void isFoundByNameAndNumberHoweverTyped(String typed) {
        assertThat(snapshot.find(typed)).containsExactly(citizen);
    }

    @Test
    void theHeadOfAFilingNumberFindsAllItsApps() {
        assertThat(snapshot.find("例ICP备99000007号")).containsExactlyInAnyOrder(citizen, office);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "通",
                "—",
                "示例备2026",
                "2026",
                "%",
                "' or 1=1 --",
                "<script>",
                "甲示市民通x",
                "\u0000",
                "\uD800"
            })
    void whatIsNotPublicIsNotFound(String typed) {
        assertThat(snapshot.find(typed)).isEmpty();
    }

    @Test
    void aLongQuestionIsNotReadToItsEnd() {
        assertThat(snapshot.find("甲示市民通" + "x".repeat(1_000_000))).isEmpty();
        assertThat(Folding.fold("\uFDFA".repeat(1_000_000)).length()).isLessThanOrEqualTo(Folding.MOST);
    }

    @Test
    void aPartThatManyNamesHoldShowsTwentyOfThem() {
        assertThat(TestEntries.many(5_000).find("示例应用")).hasSize(Snapshot.HITS);
    }

    @Test
    void listsGoOnFromWhereTheyEndedAndMissNothing() {
        Snapshot many = TestEntries.many(101);
        List<PublicEntry> all = new ArrayList<>();
        List<PublicEntry> part = many.after("", "", 10);
        while (!part.isEmpty()) {
            all.addAll(part);
            part = many.after(part.getLast().text().name(), part.getLast().token(), 10);
        }
        assertThat(all).isEqualTo(many.entries()).hasSize(101);
    }

    @Test
    void serviceItemsStandUnderTheirThemesAndThoseOfClosedAppsDoNot() {
        assertThat(snapshot.items("", ""))
                .extracting(item -> item.item().name())
                .containsExactly("公积金提取", "水费电费缴纳");
        assertThat(snapshot.items("", "insurance")).hasSize(1);
        assertThat(snapshot.items("水费", "")).hasSize(1);
        assertThat(snapshot.items("水费", "insurance")).isEmpty();
        assertThat(snapshot.themes()).containsOnlyKeys("insurance", "utilities");
    }
}
