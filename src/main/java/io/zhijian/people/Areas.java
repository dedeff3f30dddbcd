package io.zhijian.people;

import io.zhijian.base.Scope;
import io.zhijian.base.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What places are called and what lies in them, always in the order of their codes. */
@Service
public class Areas {

    /** The corps has no code of its own in GB/T 2260; here it stands under this one. */
    private static final Regions.Division CORPS =
            new Regions.Division("66", "新疆生产建设兵团", "Xinjiang Production and Construction Corps");

    private static final Regions.Division CENTRE = new Regions.Division("00", "中央单位", "Central units");

    private final JdbcClient db;
    private final Units units;

    Areas(JdbcClient db, Units units) {
        this.db = db;
        this.units = units;
    }

    /**
     * One place right under another.
     *
     * @param own what is held by the place above itself, not by anything under it
     */
    public record Area(Scope.Place place, String chinese, String english, boolean own) {

        public String name() {
            return Texts.pick(chinese, english);
        }
    }

    /** The children of a unit, or the parts of a region; first what the unit or region holds itself. */
    @Transactional(readOnly = true)
    public List<Area> under(Scope.Place root) {
        return switch (root.axis()) {
            case UNIT -> children(root.head());
            case REGION -> root.head().isEmpty() ? divisions() : parts(root.head());
            case LINE -> List.of();
        };
    }

    /** What a place is called; its code where nobody has named it. */
    @Transactional(readOnly = true)
    public String name(Scope.Place place) {
        return switch (place.axis()) {
            case UNIT -> units.at(place.head()).map(Unit::name).orElse(place.head());
            case REGION -> region(place.head());
            case LINE -> place.head();
        };
    }

    private String region(String stem) {
        if (stem.length() == 2) {
            return named(stem).map(Regions.Division::name).orElse(stem);
        }
        Map<String, String> names = names(stem, stem.length());
        return names.getOrDefault(stem, stem);
    }

    private List<Area> children(String path) {
        List<Area> areas = new ArrayList<>();
        units.at(path).ifPresent(unit -> {
            areas.add(area(new Scope.Place(Scope.Axis.UNIT, path, true), unit.name(), true));
            units.children(unit.id())
                    .forEach(child -> areas.add(
                            area(new Scope.Place(Scope.Axis.UNIT, child.path(), false), child.name(), false)));
        });
        return areas;
    }

    /** The centre, the 34 provincial divisions and the corps; the fictitious one only where it exists. */
    private List<Area> divisions() {
        List<Regions.Division> all = new ArrayList<>(Regions.divisions());
        int corps = all.stream().map(Regions.Division::code).toList().indexOf("65") + 1;
        all.add(corps, CORPS);
        all.addFirst(CENTRE);
        if (!names(Regions.FICTITIOUS, 2).isEmpty()) {
            named(Regions.FICTITIOUS).ifPresent(all::add);
        }
        return all.stream()
                .map(each -> new Area(
                        new Scope.Place(Scope.Axis.REGION, each.code(), false),
                        each.chinese(),
                        each.english(),
                        each == CENTRE))
                .toList();
    }

    private List<Area> parts(String stem) {
        int next = stem.length() < 6 ? stem.length() + 2 : Math.min(12, stem.length() + 3);
        String own = stem + "0".repeat(next - stem.length());
        List<Area> areas = new ArrayList<>();
        names(stem, next)
                .forEach((code, name) ->
                        areas.add(area(new Scope.Place(Scope.Axis.REGION, code, false), name, code.equals(own))));
        return areas;
    }

    /** A region bears the name of its highest unit, the government before others. */
    private Map<String, String> names(String stem, int length) {
        Map<String, String> names = new LinkedHashMap<>();
        db.sql("""
                        select distinct on (code) left(region, :length) as code, name
                          from people.unit where region like :stem || '%'
                         order by code, level_rank, name not like '%人民政府', path
                        """).param("length", length).param("stem", stem).query(row -> {
            names.put(row.getString("code"), row.getString("name").replaceFirst("(.)人民政府$", "$1"));
        });
        return names;
    }

    private static Optional<Regions.Division> named(String code) {
        return CORPS.code().equals(code) ? Optional.of(CORPS) : Regions.divisionOf(code);
    }

    private static Area area(Scope.Place place, String name, boolean own) {
        return new Area(place, name, name, own);
    }
}
