package io.zhijian.registry.door;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Released entries made up for tests. */
public final class TestEntries {

    private static final Instant AT = Instant.parse("2026-11-24T01:00:00Z");

    private TestEntries() {}

    public static PublicEntry entry(String name, String icp, String gov, String stage, String... items) {
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        PublicText text = new PublicText(
                "app",
                name,
                List.of(),
                "app",
                "",
                "",
                "某单位",
                icp,
                gov,
                null,
                "",
                "",
                List.of(),
                java.util.Arrays.stream(items)
                        .map(item -> new PublicText.Item(item, "", Themes.guess(item)))
                        .toList());
        return new PublicEntry(
                id, id.toString().replace("-", "").substring(0, 22), text, stage, null, LocalDate.of(2026, 11, 24), AT);
    }

    public static Snapshot snapshot(PublicEntry... entries) {
        return new Snapshot(1, List.of(entries));
    }

    public static Snapshot many(int count) {
        return new Snapshot(
                1,
                IntStream.range(0, count)
                        .mapToObj(i -> entry(
                                "示例应用" + Integer.toString(i, 36) + "号服务",
                                "例ICP备" + (90000000 + i) + "号-1A",
                                "示例备2026-" + i,
                                "ONLINE"))
                        .toList());
    }
}
