package io.zhijian.registry.entry;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is declared of a subject, as one document; each kind has its own record. Level, region and the host's name are
 * the unit's and are not repeated in it. Nothing is required but name and host: what is absent is unknown.
 */
public interface Entry {

    String name();

    @Nullable
    Form form();

    @Nullable
    UUID host();

    /** Units that make their people use it. */
    default List<UUID> users() {
        return List.of();
    }

    Facts facts(Standing standing);

    /** What a search looks through besides name, host and place. */
    Stream<String> searched();

    /** Its main content in a few short words, for a list. */
    List<String> headlines();

    /** Someone who answers for one side of security (K23 article 12); not every kind asks for post and telephone. */
    record Person(
            Answer assigned,
            String name,
            @Nullable String post,
            @Nullable String phone) {
        public Answer known() {
            return assigned.or(!name.isEmpty());
        }
    }

    /** Something that is there, and where or under which name. */
    record Place(Answer present, String where) {
        public Answer known() {
            return present.or(!where.isEmpty());
        }
    }
}
