package io.zhijian.registry.account;

import io.zhijian.registry.entry.Answer;
import io.zhijian.registry.entry.Entry;
import io.zhijian.registry.entry.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is declared of a public account. */
public record AccountEntry(
        String name,
        @Nullable AccountPlatform platform,
        String accountId,
        String link,
        String purpose,
        @Nullable UUID host,
        Person ideology,
        Person security,
        Place securityRules,
        @Nullable LocalDate lastPost,
        @Nullable Long followers,
        Answer verified,
        Answer hostInVerification,
        Answer nameMatchesHost,
        Answer interaction,
        Answer reviewBeforePost,
        Answer mediaFiled,
        Answer likesInAppraisal,
        Answer promotionCompulsory,
        Answer followersBought)
        implements Entry {

    @Override
    public @Nullable AccountPlatform form() {
        return platform;
    }

    @Override
    public AccountFacts facts(Standing standing) {
        return AccountFacts.of(this, standing);
    }

    @Override
    public Stream<String> searched() {
        return Stream.of(accountId, purpose);
    }

    @Override
    public List<String> headlines() {
        return purpose.isEmpty() ? List.of() : List.of(purpose);
    }
}
