package io.zhijian.registry;

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
import io.zhijian.people.inbox.Inbox;
import io.zhijian.people.inbox.InboxQuery;
import io.zhijian.registry.account.AccountFacts;
import io.zhijian.registry.account.AccountMove;
import io.zhijian.registry.entry.Typed;
import io.zhijian.registry.group.GroupFacts;
import io.zhijian.registry.group.GroupMove;
import io.zhijian.registry.life.Stage;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Accounts open, merge and close, groups end: only from where they stand, only by whom the table names. */
@ZhijianTest
class MoveTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Register register;

    @Autowired
    Subjects subjects;

    @Autowired
    SubjectFacts facts;

    @Autowired
    GroupEnds groupEnds;

    @Autowired
    Inbox inbox;

    private Unit host;
    private Actor clerk;
    private Actor stranger;
    private LocalDate today;

    @BeforeEach
    void aHostAndAnotherUnit() {
        TestPeople people = new TestPeople(context);
        Unit province = people.province();
        host = people.unit(province, UnitLevel.COUNTY);
        clerk = people.actor(people.staff(host, Role.CLERK));
        stranger = people.actor(people.staff(people.unit(province, UnitLevel.COUNTY), Role.CLERK));
        today = facts.today();
    }

    @Test
    void aSecondAccountOnOnePlatformIsKnownBeforeItOpensAndStillMayOpen() {
        opened("河湖发布");
        Subject second = account("河湖快讯");
        assertThat(accountFacts(second).sameHostSamePlatform()).isEqualTo(1);
        as(clerk, () -> register.move(second.id(), AccountMove.OPEN, MoveOrder.of(Stage.PLANNED, "职责不同")));
        assertThat(accountFacts(second).openingChecked()).isTrue();
        assertThat(accountFacts(second).hostAccounts()).isEqualTo(2);
    }

    @Test
    void aMergedAccountNamesItsSuccessorAndNeedsANotice() {
        Subject stays = opened("河湖发布");
        Subject goes = opened("河湖快讯");
        assertThat(as(clerk, () -> subjects.successors(goes, "")))
                .extracting(Successor::id)
                .containsExactly(stays.id());
        assertThatThrownBy(() -> merge(goes, stays, null)).hasMessage("registry.notice-missing");
        assertThatThrownBy(() -> merge(goes, stays, today.plusDays(1))).hasMessage("registry.notice-future");
        assertThatThrownBy(() -> merge(goes, goes, today)).hasMessage("registry.into-unfit");
        merge(goes, stays, today.minusDays(3));
        Subject merged = as(clerk, () -> subjects.get(goes.id()));
        assertThat(merged.stage()).isEqualTo(Stage.MERGED);
        assertThat(accountFacts(merged).closingNotice()).isTrue();
        assertThat(as(clerk, () -> subjects.openMoves(merged))).isEmpty();
    }

    @Test
    void whatWasClosedAndComesAgainUnderALikeNameIsSeen() {
        Subject closed = account("河湖卫士");
        as(clerk, () -> register.move(closed.id(), AccountMove.ABANDON, MoveOrder.of(Stage.PLANNED, "不再开设")));
        assertThat(accountFacts(account("河湖卫士公众号")).resemblesClosed()).isTrue();
        assertThat(accountFacts(account("城市通勤")).resemblesClosed()).isFalse();
    }

    /** One character more, less or other; but other numbers and parts of the compass are other things. */
    @Test
    void aNameThatDiffersByASignIsSeenUnlessItSaysAnotherOne() {
        for (String name : List.of("清河文旅之声", "清河卫生热线", "第一小学之窗")) {
            Subject closed = account(name);
            as(clerk, () -> register.move(closed.id(), AccountMove.ABANDON, MoveOrder.of(Stage.PLANNED, "不再开设")));
        }
        assertThat(accountFacts(account("清河文旅好声")).resemblesClosed()).isTrue();
        assertThat(accountFacts(account("清河文旅声")).resemblesClosed()).isTrue();
        assertThat(accountFacts(account("清河文旅新之声")).resemblesClosed()).isTrue();
        assertThat(accountFacts(account("第二小学之窗")).resemblesClosed()).isFalse();
        assertThat(accountFacts(account("清河教育热线")).resemblesClosed()).isFalse();
    }

    @Test
    void anAccountMayGoOnInAnotherUnitsOfTheAreaAndThatUnitIsTold() {
        TestPeople people = new TestPeople(context);
        Unit above = people.province();
        Unit county = people.unit(above, UnitLevel.COUNTY);
        Unit bureau = people.unit(above, UnitLevel.COUNTY);
        Actor other = people.actor(people.staff(bureau, Role.CLERK));
        Actor own = people.actor(people.staff(county, Role.CLERK));
        Subject stays = running(other, bureau, "示例全县发布" + bureau.name());
        Subject goes = running(own, county, "示例局快讯");
        assertThat(as(own, () -> subjects.successors(goes, ""))).isEmpty();
        assertThat(as(own, () -> subjects.successors(goes, bureau.name())))
                .extracting(Successor::id)
                .containsExactly(stays.id());
        assertThat(as(stranger, () -> subjects.successors(goes, bureau.name())))
                .as("only who may edit what goes")
                .isEmpty();
        MoveOrder order = new MoveOrder(Stage.ONLINE, "集约", today, null, stays.id(), "");
        as(own, () -> register.move(goes.id(), AccountMove.MERGE, order));
        assertThat(as(
                        other,
                        () -> inbox.list(new InboxQuery(InboxQuery.Box.UNREAD, ""), 1)
                                .rows()))
                .anyMatch(message -> message.cause().equals("account.merged-into"));
    }

    private Subject running(Actor actor, Unit unit, String name) {
        Map<String, String> typed =
                Map.of("name", name, "platform", "WEIBO", "host", unit.id().toString());
        return as(actor, () -> {
            Subject account = register.enter(
                    Ids.next(),
                    SubjectKind.ACCOUNT.shape().read(new Typed(typed)).entry(),
                    "首次登记");
            return register.move(account.id(), AccountMove.RECORD, MoveOrder.of(Stage.PLANNED, ""));
        });
    }

    @Test
    void nobodyMovesWhatIsNotTheirsOrStandsElsewhere() {
        Subject account = account("河湖发布");
        assertThatThrownBy(() -> as(
                        stranger,
                        () -> register.move(account.id(), AccountMove.OPEN, MoveOrder.of(Stage.PLANNED, "越权"))))
                .hasMessage("registry.subject-unknown");
        assertThatThrownBy(() -> as(
                        clerk, () -> register.move(account.id(), AccountMove.OPEN, MoveOrder.of(Stage.PLANNED, " "))))
                .hasMessage("registry.reason-missing");
        assertThatThrownBy(() -> as(
                        clerk, () -> register.move(account.id(), AccountMove.CLOSE, MoveOrder.of(Stage.CLOSING, "看错"))))
                .hasMessage("registry.stage-changed");
        assertThatThrownBy(() -> as(
                        clerk, () -> register.move(account.id(), AccountMove.CLOSE, MoveOrder.of(Stage.PLANNED, "跳步"))))
                .hasMessage("registry.move-not-open");
    }

    @Test
    void daysOfSilenceCountToToday() {
        Subject silent = account("河湖发布", Map.of("lastPost", today.minusDays(95).toString()));
        assertThat(accountFacts(silent).daysSilent()).isEqualTo(95);
    }

    @Test
    void aGroupEndsByItselfOnceAndIsDissolvedOrExtended() {
        Subject over = group("汛期值守群", today.minusDays(1));
        Subject lastDay = group("普查群", today);
        groupEnds.run();
        groupEnds.run();
        assertThat(stage(over)).isEqualTo(Stage.ENDING);
        assertThat(stage(lastDay)).isEqualTo(Stage.ONLINE);
        assertThat(as(clerk, () -> subjects.moves(over.id()))).hasSize(2);
        assertThatThrownBy(() ->
                        as(clerk, () -> register.move(lastDay.id(), GroupMove.END, MoveOrder.of(Stage.ONLINE, ""))))
                .hasMessage("access.out-of-reach");
        MoveOrder longer = new MoveOrder(Stage.ENDING, "任务延长", null, today.plusDays(7), null, "");
        as(clerk, () -> register.move(over.id(), GroupMove.EXTEND, longer));
        assertThat(((GroupFacts) as(clerk, () -> facts.read(subjects.get(over.id())))
                                .facts())
                        .daysPastEnd())
                .isEqualTo(-7);
        assertThat(as(clerk, () -> subjects.versions(over.id())))
                .as("another last day is another version")
                .hasSize(2)
                .first()
                .satisfies(version -> assertThat(version.reason()).isEqualTo("任务延长"));
        assertThat(as(
                        clerk,
                        () -> inbox.list(new InboxQuery(InboxQuery.Box.UNREAD, ""), 1)
                                .rows()))
                .filteredOn(message -> message.cause().equals("group.ended"))
                .as("one message for all that ended at the host")
                .hasSize(1);
        as(clerk, () -> register.move(over.id(), GroupMove.DISSOLVE, MoveOrder.of(Stage.ONLINE, "")));
        assertThat(stage(over)).isEqualTo(Stage.DISSOLVED);
    }

    private Stage stage(Subject subject) {
        return as(clerk, () -> subjects.get(subject.id())).ownStage();
    }

    private void merge(Subject goes, Subject stays, @Nullable LocalDate notice) {
        MoveOrder order = new MoveOrder(Stage.ONLINE, "合并", notice, null, stays.id(), "");
        as(clerk, () -> register.move(goes.id(), AccountMove.MERGE, order));
    }

    private AccountFacts accountFacts(Subject account) {
        return (AccountFacts)
                as(clerk, () -> facts.read(subjects.get(account.id()))).facts();
    }

    private Subject opened(String name) {
        Subject account = account(name);
        return as(clerk, () -> register.move(account.id(), AccountMove.RECORD, MoveOrder.of(Stage.PLANNED, "")));
    }

    private Subject account(String name) {
        return account(name, Map.of());
    }

    private Subject account(String name, Map<String, String> more) {
        Map<String, String> typed = new HashMap<>(more);
        typed.putAll(Map.of(
                "name", name, "platform", "WECHAT_OFFICIAL", "host", host.id().toString()));
        return enter(SubjectKind.ACCOUNT, typed);
    }

    private Subject group(String name, LocalDate end) {
        return enter(
                SubjectKind.GROUP,
                Map.of(
                        "name",
                        name,
                        "purpose",
                        name,
                        "endsOn",
                        end.toString(),
                        "host",
                        host.id().toString()));
    }

    private Subject enter(SubjectKind kind, Map<String, String> typed) {
        return as(
                clerk,
                () -> register.enter(
                        Ids.next(), kind.shape().read(new Typed(typed)).entry(), "首次登记"));
    }
}
