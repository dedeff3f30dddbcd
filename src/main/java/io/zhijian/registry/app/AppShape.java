package io.zhijian.registry.app;

import io.zhijian.registry.entry.Shape;
import java.util.List;
import java.util.Map;

/** What an app's entry is made of. */
public final class AppShape {

    public static final Shape SHAPE = new Shape(
            AppEntry.class,
            List.of(AppField.values()),
            List.of(AppStep.values()),
            entry -> AppCheck.check((AppEntry) entry),
            factFields());

    private AppShape() {}

    private static Map<String, AppField> factFields() {
        return Map.ofEntries(
                Map.entry("form", AppField.FORM),
                Map.entry("level", AppField.HOST),
                Map.entry("hostBelowCounty", AppField.HOST),
                Map.entry("userUnitNamed", AppField.USERS_NAMED),
                Map.entry("ideologyOfficer", AppField.IDEOLOGY),
                Map.entry("securityOfficer", AppField.SECURITY),
                Map.entry("securityRules", AppField.SECURITY_RULES),
                Map.entry("facesGrassroots", AppField.GRASSROOTS),
                Map.entry("formFilling", AppField.FORM_FILLING),
                Map.entry("storeListed", AppField.STORE_NAME),
                Map.entry("usageNorm", AppField.NORM_EXISTS),
                Map.entry("normTargetUsers", AppField.NORM_TARGET_USERS),
                Map.entry("normScenes", AppField.NORM_SCENES),
                Map.entry("normRequirements", AppField.NORM_REQUIREMENTS),
                Map.entry("checkIn", AppField.CHECK_IN),
                Map.entry("checkInBasis", AppField.CHECK_IN_BASIS),
                Map.entry("checkInVisible", AppField.CHECK_IN_VISIBLE),
                Map.entry("ranking", AppField.RANKING),
                Map.entry("rankingBasis", AppField.RANKING_BASIS),
                Map.entry("rankingVisible", AppField.RANKING_VISIBLE),
                Map.entry("onlineTime", AppField.ONLINE_TIME),
                Map.entry("onlineTimeBasis", AppField.ONLINE_TIME_BASIS),
                Map.entry("onlineTimeVisible", AppField.ONLINE_TIME_VISIBLE),
                Map.entry("icpFiled", AppField.ICP_FILED),
                Map.entry("icpNumber", AppField.ICP_NUMBER),
                Map.entry("icpNumberShown", AppField.ICP_SHOWN),
                Map.entry("govFiled", AppField.GOV_FILED),
                Map.entry("govNumber", AppField.GOV_NUMBER),
                Map.entry("govNumberShown", AppField.GOV_SHOWN),
                Map.entry("complaintEntry", AppField.COMPLAINT_ENTRY),
                Map.entry("complaintZone", AppField.COMPLAINT_ZONE),
                Map.entry("hostShown", AppField.HOST_SHOWN),
                Map.entry("oneStop", AppField.ONE_STOP),
                Map.entry("govCloud", AppField.GOV_CLOUD),
                Map.entry("unifiedIdentity", AppField.UNIFIED_IDENTITY));
    }
}
