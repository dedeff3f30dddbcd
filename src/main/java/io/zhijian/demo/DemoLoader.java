package io.zhijian.demo;

import io.zhijian.base.Actor;
import io.zhijian.base.Role;
import io.zhijian.base.Scope;
import io.zhijian.people.RoleGrants;
import io.zhijian.people.Staff;
import io.zhijian.people.StaffAccounts;
import io.zhijian.people.StaffFacts;
import io.zhijian.people.Unit;
import io.zhijian.people.UnitFacts;
import io.zhijian.people.UnitKind;
import io.zhijian.people.UnitLevel;
import io.zhijian.people.Units;
import io.zhijian.registry.Provenance;
import io.zhijian.registry.Register;
import io.zhijian.registry.SubjectFacts;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.SubjectQuery;
import io.zhijian.registry.Subjects;
import io.zhijian.registry.life.Stage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Loads the demo once, whole or not at all, and prints its sign-ins at every start. */
@Component
@ConditionalOnProperty(name = "zhijian.demo", havingValue = "true")
class DemoLoader implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);
    private static final Actor DEMO =
            Actor.service("演示装入", Role.CLERK, Role.SUPERVISOR, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN);

    /** The only one whom the row policies let write published entries; it holds no role. */
    private static final Actor IMPORT = Actor.service("published-import");

    private static final SubjectQuery PUBLISHED =
            SubjectQuery.all(SubjectKind.APP).from(Provenance.PUBLISHED);
    private static final String REASON = "装入演示数据";

    private final Units units;
    private final StaffAccounts accounts;
    private final RoleGrants grants;
    private final Subjects apps;
    private final Register register;
    private final SubjectFacts facts;
    private final DemoReleases releases;
    private final DemoSignIns signIns;
    private final TransactionTemplate transaction;
    private final Path folder;

    DemoLoader(
            Units units,
            StaffAccounts accounts,
            RoleGrants grants,
            Subjects apps,
            Register register,
            SubjectFacts facts,
            DemoReleases releases,
            DemoSignIns signIns,
            PlatformTransactionManager transactions,
            @Value("${zhijian.home}") String home) {
        this.units = units;
        this.accounts = accounts;
        this.grants = grants;
        this.apps = apps;
        this.register = register;
        this.facts = facts;
        this.releases = releases;
        this.signIns = signIns;
        this.transaction = new TransactionTemplate(transactions);
        this.folder = Path.of(home).resolve("demo");
    }

    @Override
    public void run(ApplicationArguments arguments) {
        ExampleProvince province = ExampleProvince.read(folder);
        ScopedValue.where(Actor.CURRENT, DEMO).run(() -> loadOnce(province));
        ScopedValue.where(Actor.CURRENT, IMPORT).run(this::publishOnce);
        System.out.print(signIns.table(province.staff()));
    }

    private void loadOnce(ExampleProvince province) {
        if (units.children(null).isEmpty()) {
            LOG.info("Loading the demo");
            transaction.executeWithoutResult(status -> load(province));
            releases.load(folder, DemoLoader::id);
            LOG.info(
                    "Loaded the demo: {} units, {} staff, {} apps of 示例省",
                    province.units().size(),
                    province.staff().size(),
                    province.apps().size());
        }
    }

    private void publishOnce() {
        if (apps.search(PUBLISHED, 1).total() == 0) {
            List<JsonNode> published = ExampleProvince.published(folder);
            transaction.executeWithoutResult(status -> published.forEach(this::publish));
            LOG.info("Loaded {} published entries, which are never judged", published.size());
        }
    }

    private void load(ExampleProvince province) {
        Map<String, Unit> byKey = new HashMap<>();
        for (ExampleProvince.UnitRow row : province.units()) {
            Unit parent = row.parent() == null ? null : known(byKey, row.parent());
            byKey.put(row.key(), unit(row, parent));
        }
        province.staff().forEach(row -> staff(row, byKey));
        Map<String, String> ids = byKey.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, unit -> unit.getValue().id().toString()));
        province.apps().forEach(row -> app(row, province.document(row, ids)));
        ExampleKinds.read(folder).enter(register, ids, DemoLoader::id, facts.today(), REASON);
    }

    private Unit unit(ExampleProvince.UnitRow row, @Nullable Unit parent) {
        UnitFacts facts = new UnitFacts(
                row.name(),
                UnitLevel.valueOf(row.level()),
                row.region(),
                row.credit(),
                row.line(),
                row.kinds().stream().map(UnitKind::valueOf).collect(Collectors.toSet()),
                row.phone());
        return units.create(parent == null ? null : parent.id(), facts, REASON);
    }

    private void staff(ExampleProvince.StaffRow row, Map<String, Unit> byKey) {
        Unit unit = known(byKey, row.unit());
        Staff staff = accounts.create(
                unit.id(), new StaffFacts(row.name(), row.login(), null), signIns.password(row.login()), false, REASON);
        for (String role : row.roles()) {
            String[] words = role.split("[@:]");
            grants.grant(staff, Role.valueOf(words[0]), scope(words[1], words[2], byKey), REASON);
        }
    }

    private static Unit known(Map<String, Unit> byKey, String key) {
        return Objects.requireNonNull(byKey.get(key), () -> "no unit " + key);
    }

    private static Scope scope(String axis, String value, Map<String, Unit> byKey) {
        return switch (axis) {
            case "unit" -> new Scope(Scope.Axis.UNIT, known(byKey, value).path());
            case "region" -> new Scope(Scope.Axis.REGION, known(byKey, value).region());
            case "line" -> new Scope(Scope.Axis.LINE, value);
            default -> throw new IllegalArgumentException("unknown axis " + axis);
        };
    }

    private void app(ExampleProvince.AppRow row, String document) {
        Stage stage = Stage.valueOf(row.stage().toUpperCase(Locale.ROOT));
        var app = register.enter(
                id(row.entry().path("name").asString()), SubjectKind.APP.shape().entry(document), REASON);
        if (stage != Stage.PLANNED) {
            register.setStage(app.id(), Stage.PLANNED, stage, REASON);
        }
    }

    private void publish(JsonNode published) {
        register.publish(
                id(published.path("id").asString()),
                SubjectKind.APP.shape().entry(ExampleProvince.document(published)),
                published.path("host").asString(""),
                level(published.path("level").asString("")),
                published.path("region").asString(""),
                published.path("reliability").asString(""));
    }

    private static @Nullable UnitLevel level(String words) {
        return switch (words) {
            case "国家" -> UnitLevel.CENTRE;
            case "省级" -> UnitLevel.PROVINCE;
            case "市级" -> UnitLevel.CITY;
            case "县级" -> UnitLevel.COUNTY;
            case "乡级" -> UnitLevel.TOWN;
            case "村级" -> UnitLevel.VILLAGE;
            default -> null;
        };
    }

    /** The same thing of the demo has the same id everywhere, so that links can be written down. */
    private static UUID id(String what) {
        return UUID.nameUUIDFromBytes(("demo:" + what).getBytes(StandardCharsets.UTF_8));
    }
}
