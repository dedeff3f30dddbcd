package io.zhijian.registry.web;

import io.zhijian.registry.entry.Field;
import java.util.Map;

/** In which field a fact is mended. */
final class FactFields {

    private static final Map<String, Field> FIELDS = Map.ofEntries(
            Map.entry("form", Field.FORM),
            Map.entry("level", Field.HOST),
            Map.entry("hostBelowCounty", Field.HOST),
            Map.entry("userUnitNamed", Field.USERS_NAMED),
            Map.entry("ideologyOfficer", Field.IDEOLOGY),
            Map.entry("securityOfficer", Field.SECURITY),
            Map.entry("usageNorm", Field.NORM_EXISTS),
            Map.entry("normTargetUsers", Field.NORM_TARGET_USERS),
            Map.entry("normScenes", Field.NORM_SCENES),
            Map.entry("normRequirements", Field.NORM_REQUIREMENTS),
            Map.entry("checkIn", Field.CHECK_IN),
            Map.entry("checkInBasis", Field.CHECK_IN_BASIS),
            Map.entry("checkInVisible", Field.CHECK_IN_VISIBLE),
            Map.entry("ranking", Field.RANKING),
            Map.entry("rankingBasis", Field.RANKING_BASIS),
            Map.entry("rankingVisible", Field.RANKING_VISIBLE),
            Map.entry("onlineTime", Field.ONLINE_TIME),
            Map.entry("onlineTimeBasis", Field.ONLINE_TIME_BASIS),
            Map.entry("onlineTimeVisible", Field.ONLINE_TIME_VISIBLE),
            Map.entry("icpFiled", Field.ICP_FILED),
            Map.entry("icpNumber", Field.ICP_NUMBER),
            Map.entry("govFiled", Field.GOV_FILED),
            Map.entry("govNumber", Field.GOV_NUMBER),
            Map.entry("complaintEntry", Field.COMPLAINT_ENTRY),
            Map.entry("complaintZone", Field.COMPLAINT_ZONE),
            Map.entry("hostShown", Field.HOST_SHOWN),
            Map.entry("oneStop", Field.ONE_STOP),
            Map.entry("govCloud", Field.GOV_CLOUD),
            Map.entry("unifiedIdentity", Field.UNIFIED_IDENTITY));

    private FactFields() {}

    /** The field of a fact; a fact that no field feeds (the stage) leads to the first one. */
    static Field of(String fact) {
        return FIELDS.getOrDefault(fact, Field.NAME);
    }
}
