package io.zhijian.rules;

import org.jspecify.annotations.Nullable;

/** The facts of an app as the rules know them; kept equal to the register's own record by a test. */
public record TestFacts(
        @Nullable String form,
        @Nullable String stage,
        @Nullable String level,
        @Nullable Boolean hostBelowCounty,
        @Nullable Boolean userUnitNamed,
        @Nullable Boolean ideologyOfficer,
        @Nullable Boolean securityOfficer,
        @Nullable Boolean usageNorm,
        @Nullable Boolean normTargetUsers,
        @Nullable Boolean normScenes,
        @Nullable Boolean normRequirements,
        @Nullable Boolean checkIn,
        @Nullable Boolean checkInBasis,
        @Nullable Boolean checkInVisible,
        @Nullable Boolean ranking,
        @Nullable Boolean rankingBasis,
        @Nullable Boolean rankingVisible,
        @Nullable Boolean onlineTime,
        @Nullable Boolean onlineTimeBasis,
        @Nullable Boolean onlineTimeVisible,
        @Nullable Boolean icpFiled,
        @Nullable String icpNumber,
        @Nullable Boolean govFiled,
        @Nullable String govNumber,
        @Nullable Boolean complaintEntry,
        @Nullable Boolean complaintZone,
        @Nullable Boolean hostShown,
        @Nullable Boolean oneStop,
        @Nullable Boolean govCloud,
        @Nullable Boolean unifiedIdentity,
        @Nullable Boolean icpNumberShown,
        @Nullable Boolean govNumberShown,
        @Nullable Boolean securityRules,
        @Nullable Boolean facesGrassroots,
        @Nullable Boolean formFilling,
        @Nullable Boolean storeListed,
        @Nullable Boolean exportedForAppraisal,
        @Nullable Boolean resemblesClosed,
        @Nullable Long otherGrassrootsApps) {

    /** An app in that stage of which nothing else is known. */
    public static TestFacts unknown(String stage) {
        return with(java.util.Map.of("stage", stage));
    }

    /** An online app of which every fact is as it should be. */
    public static TestFacts exemplary() {
        return with(java.util.Map.of());
    }

    /** The exemplary app, changed; a fact mapped to "?" is unknown. */
    public static TestFacts exemplaryBut(String fact, Object value) {
        java.util.Map<String, Object> facts = good();
        facts.put(fact, value);
        return with(facts);
    }

    /** The same, with one more fact changed. */
    public TestFacts and(String fact, Object value) {
        java.util.Map<String, Object> facts = new java.util.HashMap<>();
        for (var component : TestFacts.class.getRecordComponents()) {
            try {
                facts.put(component.getName(), component.getAccessor().invoke(this));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        facts.put(fact, value);
        return with(facts);
    }

    private static java.util.Map<String, Object> good() {
        java.util.Map<String, Object> facts = new java.util.HashMap<>();
        for (var component : TestFacts.class.getRecordComponents()) {
            if (component.getType() == Boolean.class) {
                facts.put(component.getName(), true);
            }
        }
        java.util.List.of(
                        "hostBelowCounty",
                        "checkIn",
                        "ranking",
                        "onlineTime",
                        "formFilling",
                        "exportedForAppraisal",
                        "resemblesClosed")
                .forEach(bad -> facts.put(bad, false));
        facts.put("form", "app");
        facts.put("stage", "online");
        facts.put("level", "city");
        facts.put("icpNumber", "示ICP备2026000001号-1A");
        return facts;
    }

    static TestFacts with(java.util.Map<String, Object> given) {
        java.util.Map<String, Object> facts = given.isEmpty() ? good() : given;
        Object[] arguments = java.util.Arrays.stream(TestFacts.class.getRecordComponents())
                .map(component -> facts.get(component.getName()))
                .map(value -> "?".equals(value) ? null : value)
                .toArray();
        try {
            return (TestFacts) TestFacts.class.getDeclaredConstructors()[0].newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
