package io.zhijian.registry.draft;

import static io.zhijian.people.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhijian.ZhijianTest;
import io.zhijian.base.Actor;
import io.zhijian.base.Ids;
import io.zhijian.base.Role;
import io.zhijian.people.TestPeople;
import io.zhijian.people.Unit;
import io.zhijian.people.UnitLevel;
import io.zhijian.registry.Register;
import io.zhijian.registry.Subject;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.Subjects;
import io.zhijian.registry.TestSubjects;
import io.zhijian.registry.app.AppEntry;
import io.zhijian.registry.app.AppStep;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What is typed is never lost, is nobody else's business, and reaches the register only when handed in. */
@ZhijianTest
class DraftsTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Drafts drafts;

    @Autowired
    Register register;

    @Autowired
    Subjects apps;

    private Unit host;
    private Actor clerk;
    private Actor colleague;

    @BeforeEach
    void aUnitWithTwoClerks() {
        TestPeople people = new TestPeople(context);
        host = people.unit(people.province(), UnitLevel.CITY);
        clerk = people.actor(people.staff(host, Role.CLERK));
        colleague = people.actor(people.staff(host, Role.CLERK));
    }

    @Test
    void proposesTheWritersOwnUnitAndEntersWhatIsHandedIn() {
        UUID id = Ids.next();
        Subject app = as(clerk, () -> {
            drafts.save(drafts.blank(SubjectKind.APP, id), AppStep.IDENTITY, Map.of("name", "新应用", "form", "APP"));
            return drafts.handIn(id, "新建");
        });
        assertThat(app.jurisdiction().unit()).isEqualTo(host.id());
        assertThat(app.name()).isEqualTo("新应用");
        assertThat(as(clerk, () -> drafts.saved(id))).isEmpty();
    }

    @Test
    void keepsWhatIsTypedHoweverWrongAndRefusesToHandItIn() {
        UUID id = Ids.next();
        String wrong = "长".repeat(5000) + "\u202E\u0000<b>'--";
        as(clerk, () -> drafts.save(drafts.blank(SubjectKind.APP, id), AppStep.IDENTITY, Map.of("name", wrong)));
        assertThat(as(clerk, () -> drafts.open(id)).typed().get("name")).isEqualTo(wrong.replace('\u0000', '\uFFFD'));
        assertThatThrownBy(() -> as(clerk, () -> drafts.handIn(id, ""))).hasMessage("registry.draft-blocked");
        assertThat(as(clerk, () -> apps.find(id))).isEmpty();
    }

    @Test
    void savingAStepLeavesTheOtherStepsAlone() {
        UUID id = Ids.next();
        as(clerk, () -> {
            drafts.save(drafts.blank(SubjectKind.APP, id), AppStep.IDENTITY, Map.of("name", "甲", "summary", "简介"));
            drafts.save(drafts.open(id), AppStep.FUNCTIONS, Map.of("functions.0.name", "功能", "name", "混入"));
            return drafts.save(drafts.open(id), AppStep.IDENTITY, Map.of("name", "乙"));
        });
        Draft draft = as(clerk, () -> drafts.open(id));
        assertThat(draft.typed().get("name")).isEqualTo("乙");
        assertThat(draft.typed().get("summary")).isEmpty();
        assertThat(draft.typed().get("functions.0.name")).isEqualTo("功能");
    }

    @Test
    void isSeenByNobodyElse() {
        UUID id = Ids.next();
        as(clerk, () -> drafts.save(drafts.blank(SubjectKind.APP, id), AppStep.IDENTITY, Map.of("name", "私稿")));
        assertThat(as(colleague, () -> drafts.saved(id))).isEmpty();
        assertThat(as(colleague, () -> drafts.mine())).isEmpty();
        assertThat(as(clerk, () -> drafts.mine())).hasSize(1);
        assertThatThrownBy(() -> as(colleague, () -> drafts.open(id))).hasMessage("registry.subject-unknown");
    }

    @Test
    void whoComesSecondKeepsWhatWasTypedAndCatchesUp() {
        Subject app = as(
                clerk,
                () -> register.enter(
                        Ids.next(),
                        TestSubjects.entry("同改", host, Map.of("summary", "原", "functions.0.name", "甲")),
                        ""));
        as(clerk, () -> drafts.save(drafts.open(app.id()), AppStep.FUNCTIONS, Map.of("functions.0.name", "乙")));
        as(
                colleague,
                () -> drafts.save(drafts.open(app.id()), AppStep.IDENTITY, Map.of("name", "同改", "summary", "新简介")));
        as(colleague, () -> drafts.handIn(app.id(), ""));
        assertThatThrownBy(() -> as(clerk, () -> drafts.handIn(app.id(), ""))).hasMessage("registry.changed-meanwhile");
        assertThat(as(clerk, () -> drafts.open(app.id())).typed().get("functions.0.name"))
                .isEqualTo("乙");
        TestPeople.run(clerk, () -> drafts.catchUp(app.id()));
        Subject merged = as(clerk, () -> drafts.handIn(app.id(), ""));
        assertThat(((AppEntry) merged.entry()).summary()).isEqualTo("新简介");
        assertThat(((AppEntry) merged.entry()).functions())
                .singleElement()
                .extracting(f -> f.name())
                .isEqualTo("乙");
        assertThat(merged.version()).isEqualTo(3);
    }

    @Test
    void isGoneOnceDiscarded() {
        UUID id = Ids.next();
        as(clerk, () -> drafts.save(drafts.blank(SubjectKind.APP, id), AppStep.IDENTITY, Map.of("name", "弃稿")));
        TestPeople.run(clerk, () -> drafts.discard(id));
        assertThat(as(clerk, () -> drafts.saved(id))).isEmpty();
    }
}
