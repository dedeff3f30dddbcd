package io.zhijian.demo.crowd;

import io.zhijian.people.CreditCode;
import io.zhijian.people.Unit;
import io.zhijian.people.UnitKind;
import io.zhijian.people.UnitLevel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes up a city of 示例省 with its offices, counties and towns; the same number is always the same city. */
final class CrowdUnits {

    /** Regions of the cities that the demo tells its stories in come before. */
    private static final int FIRST_CITY = 3;

    private final CrowdWords words;
    private final Unit province;
    private final List<Unit> units = new ArrayList<>();
    private final int city;
    private int credit;

    private CrowdUnits(CrowdWords words, Unit province, int city) {
        this.words = words;
        this.province = province;
        this.city = city;
        this.credit = 20_000_000 + city * 1_000;
    }

    /**
     * The city itself first, each parent before its children.
     *
     * @param child the city's number among the province's children
     */
    static List<Unit> of(CrowdWords words, Unit province, int city, int child) {
        CrowdUnits made = new CrowdUnits(words, province, city);
        made.city(child);
        return made.units;
    }

    static String region(int city) {
        return "99%02d00000000".formatted(FIRST_CITY + city);
    }

    private void city(int child) {
        String name = words.city(city);
        Unit top = add(province, child, name + "市人民政府", UnitLevel.CITY, region(city), null);
        offices(top, name + "市", 1);
        for (int i = 0; i < words.counties().size(); i++) {
            county(top, i);
        }
    }

    private void county(Unit top, int number) {
        String name = words.counties().get(number) + words.city(city);
        String region = "99%02d%02d".formatted(FIRST_CITY + city, number + 1);
        Unit county = add(
                top, words.bureaus().size() + number + 1, name + "县人民政府", UnitLevel.COUNTY, region + "000000", null);
        offices(county, name + "县", 1);
        for (int i = 0; i < words.towns().size(); i++) {
            String town = words.towns().get(i) + words.city(city);
            int child = words.bureaus().size() + i + 1;
            add(county, child, town + "镇人民政府", UnitLevel.TOWN, region + (100 + i) + "000", null);
        }
    }

    private void offices(Unit above, String place, int first) {
        for (int i = 0; i < words.bureaus().size(); i++) {
            CrowdWords.Bureau bureau = words.bureaus().get(i);
            add(above, first + i, place + bureau.name(), above.level(), above.region(), bureau.line());
        }
    }

    private Unit add(Unit above, int child, String name, UnitLevel level, String region, @Nullable String line) {
        Unit unit = new Unit(
                UUID.nameUUIDFromBytes(("crowd:" + above.path() + child + "/" + name).getBytes(StandardCharsets.UTF_8)),
                above.id(),
                above.path() + child + "/",
                name,
                level,
                region,
                creditCode(region),
                line,
                Set.copyOf(EnumSet.of(UnitKind.HOST)),
                null,
                1);
        units.add(unit);
        return unit;
    }

    private String creditCode(String region) {
        String code = "11" + region.substring(0, 6) + "%09d".formatted(credit++);
        return code + CreditCode.checkCharacter(code + "0");
    }
}
