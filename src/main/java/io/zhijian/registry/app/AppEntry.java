package io.zhijian.registry.app;

import io.zhijian.registry.entry.Answer;
import io.zhijian.registry.entry.Entry;
import io.zhijian.registry.entry.Standing;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is declared of an app. */
public record AppEntry(
        String name,
        @Nullable AppForm form,
        List<String> aliases,
        String summary,
        String platform,
        List<Store> stores,
        @Nullable UUID host,
        Answer usersNamed,
        List<UUID> users,
        Person ideology,
        Person security,
        Place securityRules,
        Answer grassroots,
        Answer formFilling,
        List<Function> functions,
        Forced checkIn,
        Forced ranking,
        Forced onlineTime,
        UsageNorm norm,
        FilingNumber icp,
        FilingNumber gov,
        Answer hostShown,
        Place complaintEntry,
        Place complaintZone,
        Place oneStop,
        Place govCloud,
        Place unifiedIdentity,
        List<Item> items,
        List<DataSet> data,
        List<Release> releases)
        implements Entry {

    /** A listing in a store or on a platform. */
    public record Store(String name, String link) {}

    /** One thing the app does. */
    public record Function(String name, String about) {}

    /** One of the three forced functions: whether it is there, on what ground, for whom, and who sees it. */
    public record Forced(Answer present, @Nullable ExceptionKind ground, String basis, String scope, Answer visible) {

        /** Whether a basis is stated; unknown while neither a basis nor its absence has been entered. */
        public Answer based() {
            if (present != Answer.YES) {
                return Answer.UNKNOWN;
            }
            return ground == ExceptionKind.NONE ? Answer.NO : Answer.UNKNOWN.or(!basis.isEmpty());
        }

        /** Whether users see it; of no interest where the function is not there. */
        public Answer seen() {
            return present == Answer.YES ? visible : Answer.UNKNOWN;
        }
    }

    /** The written rules of use 使用规范 (K23 article 8) and their versions. */
    public record UsageNorm(Answer exists, List<NormVersion> versions) {

        public Answer known() {
            return exists.or(!versions.isEmpty());
        }

        /** The version that holds: the one published last; undated ones count as oldest. */
        public Optional<NormVersion> current() {
            return versions.stream()
                    .max(Comparator.comparing(
                            NormVersion::published, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder())));
        }
    }

    /** One published text of the rules of use; each of its three parts is given, known to be absent, or unknown. */
    public record NormVersion(
            @Nullable LocalDate published,
            String targetUsers,
            boolean withoutTargetUsers,
            String scenes,
            boolean withoutScenes,
            String requirements,
            boolean withoutRequirements) {}

    /** A filing, its number, and whether the first page shows it. */
    public record FilingNumber(Answer filed, String number, Answer shown) {
        public Answer known() {
            return filed.or(!number.isEmpty());
        }
    }

    /** A service item 政务服务事项. */
    public record Item(String name, String code) {}

    /** A set of data the app holds. */
    public record DataSet(String name, Answer personal, String storage) {}

    /** A published version of the app. */
    public record Release(String version, @Nullable LocalDate date, String changes, String hash) {}

    @Override
    public AppFacts facts(Standing standing) {
        return AppFacts.of(this, standing);
    }

    @Override
    public Stream<String> searched() {
        return Stream.of(
                        Stream.of(summary, icp.number(), gov.number()),
                        aliases.stream(),
                        functions.stream().map(Function::name),
                        items.stream().map(Item::name))
                .flatMap(texts -> texts);
    }

    @Override
    public List<String> headlines() {
        return functions.stream().map(Function::name).toList();
    }

    public Answer usersKnown() {
        return usersNamed.or(!users.isEmpty());
    }
}
