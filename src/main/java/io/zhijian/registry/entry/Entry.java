package io.zhijian.registry.entry;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is declared of an app, as one document. Level, region and the host's name are the unit's and are not repeated
 * here. Nothing is required but name and host: what is absent is unknown.
 */
public record Entry(
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
        List<Release> releases) {

    /** A listing in a store or on a platform. */
    public record Store(String name, String link) {}

    /** Someone who answers for one side of security (K23 article 12). */
    public record Person(Answer assigned, String name, String post, String phone) {
        public Answer known() {
            return assigned.or(!name.isEmpty());
        }
    }

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

    /** A filing and its number. */
    public record FilingNumber(Answer filed, String number) {
        public Answer known() {
            return filed.or(!number.isEmpty());
        }
    }

    /** Something that is there, and where. */
    public record Place(Answer present, String where) {
        public Answer known() {
            return present.or(!where.isEmpty());
        }
    }

    /** A service item 政务服务事项. */
    public record Item(String name, String code) {}

    /** A set of data the app holds. */
    public record DataSet(String name, Answer personal, String storage) {}

    /** A published version of the app. */
    public record Release(String version, @Nullable LocalDate date, String changes, String hash) {}

    public Answer usersKnown() {
        return usersNamed.or(!users.isEmpty());
    }
}
