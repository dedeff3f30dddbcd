package io.zhijian.demo.crowd;

import io.zhijian.base.Texts;
import io.zhijian.people.Unit;
import io.zhijian.people.UnitLoad;
import io.zhijian.registry.Subject;
import io.zhijian.registry.SubjectLoad;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * {@code ./zhijian demo --subjects N}: fills 示例省 with that many made-up subjects beside those of the stories, with the
 * owner's credential. What is there already counts, so that asking again for as many adds nothing.
 */
public final class Crowd {

    /** So many names there are. */
    public static final int MOST = 1_000_000;

    /** The region that no real province has. */
    private static final String PROVINCE = "990000000000";

    private static final int PER_CITY = 12_000;
    private static final int BATCH = 2_000;
    private static final int TELL = 20_000;
    private static final String REASON = "演示用虚构数据";

    private final CrowdWords words;
    private final CrowdSubjects subjects;
    private final UnitLoad units;
    private final SubjectLoad register;
    private final PrintStream out;

    private Crowd(CrowdWords words, LocalDate today, DataSource owner, PrintStream out) {
        this.words = words;
        this.subjects = new CrowdSubjects(words, today);
        this.units = new UnitLoad(owner);
        this.register = new SubjectLoad(owner, REASON);
        this.out = out;
    }

    /** Whether this database is a demo's: its only top unit lies in the region that no real province has. */
    public static boolean isDemo(DataSource owner) {
        return UnitLoad.ready(owner)
                && new UnitLoad(owner)
                        .tops().stream().map(Unit::region).toList().equals(List.of(PROVINCE));
    }

    /** Returns the exit status: 0 done. */
    public static int fill(int wanted, Path demo, LocalDate today, DataSource owner, PrintStream out) {
        return new Crowd(CrowdWords.read(demo), today, owner, out).fill(wanted);
    }

    private int fill(int wanted) {
        int there = (int) register.count();
        out.println(Texts.t("crowd.there", there));
        if (there >= wanted) {
            return 0;
        }
        long begun = System.nanoTime();
        Unit province = units.tops().getFirst();
        for (int city = there / PER_CITY; city * PER_CITY < wanted; city++) {
            fill(city, hosts(province, city), Math.max(there, city * PER_CITY), wanted);
        }
        register.settle();
        double seconds = (System.nanoTime() - begun) / 1e9;
        out.println(Texts.t("crowd.done", register.count(), Math.round(seconds)));
        return 0;
    }

    private void fill(int city, List<Unit> hosts, int first, int wanted) {
        List<Subject> batch = new ArrayList<>(BATCH);
        int end = Math.min(wanted, (city + 1) * PER_CITY);
        for (int number = first; number < end; number++) {
            int inCity = number - city * PER_CITY;
            batch.add(subjects.make(number, hosts.get(inCity % hosts.size()), inCity / hosts.size()));
            if (batch.size() == BATCH || number == end - 1) {
                register.add(batch);
                batch.clear();
            }
            if ((number + 1) % TELL == 0) {
                out.println(Texts.t("crowd.progress", number + 1, wanted));
            }
        }
    }

    /** The city's units as they stand, or made now. */
    private List<Unit> hosts(Unit province, int city) {
        Optional<Integer> child = units.childIn(province, CrowdUnits.region(city));
        List<Unit> made = CrowdUnits.of(words, province, city, child.orElseGet(() -> units.nextChild(province)));
        if (child.isEmpty()) {
            units.add(made);
        }
        return made;
    }
}
