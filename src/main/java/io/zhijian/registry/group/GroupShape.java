package io.zhijian.registry.group;

import io.zhijian.registry.entry.Problem;
import io.zhijian.registry.entry.Shape;
import java.util.List;
import java.util.Map;

/** What a work group's entry is made of. */
public final class GroupShape {

    public static final Shape SHAPE = new Shape(
            GroupEntry.class,
            List.of(GroupField.values()),
            List.of(GroupStep.values()),
            entry -> check((GroupEntry) entry),
            factFields());

    private GroupShape() {}

    /** What an entry must not say against itself. */
    private static List<Problem> check(GroupEntry entry) {
        boolean endless = entry.term() == GroupTerm.LASTING || entry.term() == GroupTerm.OPEN;
        return endless && entry.endsOn() != null
                ? List.of(Problem.refusal(GroupField.ENDS_ON, "end-contradicts"))
                : List.of();
    }

    private static Map<String, GroupField> factFields() {
        return Map.ofEntries(
                Map.entry("platform", GroupField.PLATFORM),
                Map.entry("level", GroupField.HOST),
                Map.entry("hostBelowCounty", GroupField.HOST),
                Map.entry("purposeStated", GroupField.PURPOSE),
                Map.entry("temporary", GroupField.TERM),
                Map.entry("endStated", GroupField.ENDS_ON),
                Map.entry("daysPastEnd", GroupField.ENDS_ON),
                Map.entry("ownerNamed", GroupField.OWNER),
                Map.entry("size", GroupField.SIZE),
                Map.entry("ideologyNamed", GroupField.IDEOLOGY_NAME),
                Map.entry("securityNamed", GroupField.SECURITY_NAME),
                Map.entry("securityRules", GroupField.SECURITY_RULES),
                Map.entry("chainSignIn", GroupField.CHAIN_SIGN_IN),
                Map.entry("instantReply", GroupField.INSTANT_REPLY),
                Map.entry("casualTasks", GroupField.CASUAL_TASKS),
                Map.entry("casualMaterials", GroupField.CASUAL_MATERIALS),
                Map.entry("nightMessages", GroupField.NIGHT_MESSAGES));
    }
}
