package io.zhijian.registry.account;

import io.zhijian.registry.entry.Answer;
import io.zhijian.registry.entry.Entry;
import io.zhijian.registry.entry.Problem;
import io.zhijian.registry.entry.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a public account's entry is made of. */
public final class AccountShape {

    public static final Shape SHAPE = new Shape(
            AccountEntry.class,
            List.of(AccountField.values()),
            List.of(AccountStep.values()),
            entry -> check((AccountEntry) entry),
            factFields());

    private AccountShape() {}

    /** What an entry must not say against itself. */
    private static List<Problem> check(AccountEntry entry) {
        List<Problem> problems = new ArrayList<>();
        no(entry.ideology(), AccountField.IDEOLOGY, problems);
        no(entry.security(), AccountField.SECURITY, problems);
        if (entry.securityRules().present() == Answer.NO
                && !entry.securityRules().where().isEmpty()) {
            problems.add(Problem.refusal(AccountField.SECURITY_RULES, "contradiction"));
        }
        return problems;
    }

    private static void no(Entry.Person person, AccountField field, List<Problem> problems) {
        if (person.assigned() == Answer.NO && !person.name().isEmpty()) {
            problems.add(Problem.refusal(field, "contradiction"));
        }
    }

    private static Map<String, AccountField> factFields() {
        return Map.ofEntries(
                Map.entry("platform", AccountField.PLATFORM),
                Map.entry("level", AccountField.HOST),
                Map.entry("hostBelowCounty", AccountField.HOST),
                Map.entry("purposeStated", AccountField.PURPOSE),
                Map.entry("ideologyNamed", AccountField.IDEOLOGY),
                Map.entry("securityNamed", AccountField.SECURITY),
                Map.entry("securityRules", AccountField.SECURITY_RULES),
                Map.entry("daysSilent", AccountField.LAST_POST),
                Map.entry("verified", AccountField.VERIFIED),
                Map.entry("hostInVerification", AccountField.HOST_IN_VERIFICATION),
                Map.entry("nameMatchesHost", AccountField.NAME_MATCHES_HOST),
                Map.entry("interaction", AccountField.INTERACTION),
                Map.entry("reviewBeforePost", AccountField.REVIEW_BEFORE_POST),
                Map.entry("mediaFiled", AccountField.MEDIA_FILED),
                Map.entry("likesInAppraisal", AccountField.LIKES_IN_APPRAISAL),
                Map.entry("promotionCompulsory", AccountField.PROMOTION_COMPULSORY),
                Map.entry("followersBought", AccountField.FOLLOWERS_BOUGHT));
    }
}
