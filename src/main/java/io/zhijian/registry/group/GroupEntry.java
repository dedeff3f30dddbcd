package io.zhijian.registry.group;

import io.zhijian.registry.entry.Answer;
import io.zhijian.registry.entry.Entry;
import io.zhijian.registry.entry.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is declared of a work group: what it is for and when it ends; never what is said in it, nor by whom. */
public record GroupEntry(
        String name,
        String purpose,
        @Nullable GroupTerm term,
        @Nullable LocalDate endsOn,
        @Nullable UUID host,
        @Nullable GroupPlatform platform,
        String owner,
        @Nullable Long size,
        String ideology,
        String security,
        Answer securityRules,
        Answer chainSignIn,
        Answer instantReply,
        Answer casualTasks,
        Answer casualMaterials,
        Answer nightMessages)
        implements Entry {

    @Override
    public @Nullable GroupPlatform form() {
        return platform;
    }

    @Override
    public GroupFacts facts(Standing standing) {
        return GroupFacts.of(this, standing);
    }

    @Override
    public Stream<String> searched() {
        return Stream.of(purpose, owner);
    }

    @Override
    public List<String> headlines() {
        return purpose.isEmpty() ? List.of() : List.of(purpose);
    }

    /** The same group with another last day. */
    public GroupEntry until(LocalDate day) {
        return new GroupEntry(
                name,
                purpose,
                GroupTerm.UNTIL,
                day,
                host,
                platform,
                owner,
                size,
                ideology,
                security,
                securityRules,
                chainSignIn,
                instantReply,
                casualTasks,
                casualMaterials,
                nightMessages);
    }
}
