package io.zhijian.demo.crowd;

import io.zhijian.people.Unit;
import io.zhijian.registry.Provenance;
import io.zhijian.registry.Subject;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.entry.Entry;
import io.zhijian.registry.life.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes up subjects; the same number and host always make the same one, but for days, which count from today. */
final class CrowdSubjects {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Ids lie one after the other, as those of real rows do. */
    private static final long FIRST_ID = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

    /** Of ten subjects of a host, in this order. */
    private static final List<SubjectKind> MIX = List.of(
            SubjectKind.APP,
            SubjectKind.ACCOUNT,
            SubjectKind.GROUP,
            SubjectKind.APP,
            SubjectKind.ACCOUNT,
            SubjectKind.GROUP,
            SubjectKind.APP,
            SubjectKind.GROUP,
            SubjectKind.GROUP,
            SubjectKind.GROUP);

    private final CrowdWords words;
    private final LocalDate today;

    CrowdSubjects(CrowdWords words, LocalDate today) {
        this.words = words;
        this.today = today;
    }

    /**
     * @param number among all that are made up
     * @param nth of its host
     */
    Subject make(int number, Unit host, int nth) {
        SubjectKind kind = MIX.get(nth % MIX.size());
        int hash = hash(number);
        ObjectNode document = switch (kind) {
            case APP -> app(host, nth, number, hash);
            case ACCOUNT -> account(host, nth, number, hash);
            case GROUP -> group(host, nth, hash);
        };
        document.put("host", host.id().toString());
        differ(document, kind, hash);
        Entry entry = kind.shape().entry(JSON.writeValueAsString(document));
        return new Subject(
                id(number, hash),
                kind,
                Provenance.OWN,
                entry.name(),
                entry.form(),
                host.level(),
                host.jurisdiction(),
                host.name(),
                "",
                "",
                stage(kind, hash),
                1,
                today.atStartOfDay(ZoneOffset.UTC).toInstant().minus(1 + hash % 500_000, ChronoUnit.MINUTES),
                entry);
    }

    private ObjectNode app(Unit host, int nth, int number, int hash) {
        ObjectNode app = words.app().deepCopy();
        List<String> own = words.wordsOf(String.valueOf(host.line()));
        int which = nth / 10 * 3 + nth % 10 / 3;
        app.put("name", place(host) + own.get(which % own.size()) + pick(words.products(), which / own.size()));
        app.put("form", hash % 3 == 0 ? "MINI_PROGRAM" : "APP");
        var functions = app.putArray("functions");
        for (int i = 0; i < 2 + hash % 4; i++) {
            functions
                    .addObject()
                    .put("name", pick(words.topics(), hash / 7 + i * 11) + pick(words.actions(), hash / 3 + i));
        }
        app.withObjectProperty("icp").put("number", "例ICP备99" + "%06d".formatted(number) + "号-1A");
        app.withObjectProperty("gov").put("number", "示例备2026-" + "%07d".formatted(number));
        if (which == 0) {
            app.put("grassroots", "YES");
        }
        return app;
    }

    private ObjectNode account(Unit host, int nth, int number, int hash) {
        ObjectNode account = words.account().deepCopy();
        int which = nth / 10 * 2 + nth % 10 / 4;
        List<String> own = words.wordsOf(String.valueOf(host.line()));
        account.put("name", place(host) + own.getFirst() + pick(words.channels(), which));
        account.put(
                "platform",
                SubjectKind.ACCOUNT
                        .forms()
                        .get(which % SubjectKind.ACCOUNT.forms().size())
                        .name());
        account.put("accountId", "made-up-" + number);
        account.put("purpose", "发布" + pick(words.topics(), hash / 7) + "信息");
        account.put("followers", hash % 90_000);
        if (hash / 16 % 4 == 0) {
            account.put("lastPost", today.minusDays(1 + hash / 64 % 10).toString());
        }
        return account;
    }

    private ObjectNode group(Unit host, int nth, int hash) {
        ObjectNode group = words.group().deepCopy();
        int which = nth / 10 * 5 + Math.max(0, nth % 10 - 5) + (nth % 10 == 5 ? 1 : 0);
        String matter = pick(words.topics(), which)
                + pick(words.tasks(), which / words.topics().size() + hash % 5);
        group.put("name", place(host) + matter + "群");
        group.put("purpose", matter);
        group.put("size", 5 + hash % 200);
        if (hash / 16 % 4 == 0) {
            group.put("term", "UNTIL");
            group.put("endsOn", today.plusDays(3 + hash / 64 % 300).toString());
        }
        return group;
    }

    /** One in ten has a flaw, two in ten a gap. */
    private void differ(ObjectNode document, SubjectKind kind, int hash) {
        int lot = hash / 1_000 % 10;
        if (lot < 3) {
            List<ObjectNode> changes = (lot == 0 ? words.flaws() : words.gaps()).getOrDefault(kind.code(), List.of());
            for (var change : changes.get(hash / 10_000 % changes.size()).properties()) {
                JsonNode value = change.getValue();
                document.set(change.getKey(), value.isObject() ? value.deepCopy() : value);
            }
        }
    }

    private static Stage stage(SubjectKind kind, int hash) {
        List<Stage> stages = kind.stages();
        int lot = hash / 100_000 % 100;
        return lot < 85 ? Stage.ONLINE : stages.get(lot % stages.size());
    }

    /** As people call the place of a unit. */
    private static String place(Unit host) {
        return host.name().replaceFirst("(?<=市|县|镇).*", "").replaceFirst("[市县]$", "");
    }

    private static String pick(List<String> of, int number) {
        return of.get(Math.floorMod(number, of.size()));
    }

    private static UUID id(int number, int hash) {
        long time = FIRST_ID + number;
        return new UUID(time << 16 | 0x7000 | hash & 0xFFF, 0x8000_0000_0000_0000L | (long) hash << 28 | number);
    }

    /** Spread well, never negative. */
    private static int hash(int number) {
        long mixed = (number + 1) * 0x9E37_79B9_7F4A_7C15L;
        mixed ^= mixed >>> 32;
        mixed *= 0xD6E8_FEB8_6659_FD93L;
        return (int) (mixed >>> 34);
    }
}
