package io.zhijian.people;

import java.util.Locale;

/** How high a unit stands, from the centre down to the village; the order of the constants is the order of rank. */
public enum UnitLevel {
    CENTRE,
    PROVINCE,
    CITY,
    COUNTY,
    TOWN,
    VILLAGE;

    /** Towns and villages, which the measure keeps free of apps of their own. */
    public boolean belowCounty() {
        return compareTo(COUNTY) > 0;
    }

    public boolean below(UnitLevel other) {
        return compareTo(other) > 0;
    }

    /** Key of its name in the message files. */
    public String textKey() {
        return "people.level." + name().toLowerCase(Locale.ROOT);
    }
}
