package io.zhijian.people.inbox;

import static io.zhijian.people.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhijian.ZhijianTest;
import io.zhijian.base.Actor;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.base.SubjectRef;
import io.zhijian.people.RoleGrants;
import io.zhijian.people.Staff;
import io.zhijian.people.TestPeople;
import io.zhijian.people.Unit;
import io.zhijian.people.UnitLevel;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is told, how often, and that nobody else can see it. */
@ZhijianTest
class InboxTests {

    private static final Actor JOB = Actor.service("test-job", Role.CLERK);

    @Autowired
    ApplicationContext context;

    @Autowired
    Inbox inbox;

    @Autowired
    PlatformTransactionManager transactions;

    private TestPeople people;
    private Unit city;
    private Unit town;
    private Staff clerk;
    private final SubjectRef subject = new SubjectRef("app", UUID.randomUUID());

    @BeforeEach
    void aTownUnderACity() {
        people = new TestPeople(context);
        city = people.unit(people.province(), UnitLevel.CITY);
        town = people.unit(city, UnitLevel.TOWN);
        clerk = people.staff(town, Role.CLERK);
    }

    @Test
    void oneCauseIsOneMessageWhileUnreadAndTellingTheSameAgainChangesNothing() {
        UUID one = UUID.randomUUID();
        put(JOB, toEditors(one));
        put(JOB, toEditors(one));
        put(JOB, toEditors(UUID.randomUUID()));
        List<Received> mine = unread(clerk);
        assertThat(mine).hasSize(1);
        assertThat(mine.getFirst().count()).isEqualTo(2);
        as(people.actor(clerk), () -> inbox.open(mine.getFirst().id()));
        put(JOB, toEditors(UUID.randomUUID()));
        assertThat(unread(clerk)).hasSize(1).noneMatch(mine::contains);
    }

    @Test
    void theNearestWhoHoldThePowerAreTold() {
        Staff above = people.staff(city, Role.CLERK);
        Staff reader = people.staff(town, Role.REVIEWER);
        put(JOB, toEditors(UUID.randomUUID()));
        assertThat(unread(clerk)).hasSize(1);
        assertThat(unread(above)).as("somebody nearer holds it").isEmpty();
        assertThat(unread(reader)).as("may only read").isEmpty();

        Unit village = people.unit(city, UnitLevel.VILLAGE);
        put(JOB, toEditors(village, UUID.randomUUID()));
        assertThat(unread(above)).as("the village has nobody of its own").hasSize(1);
    }

    @Test
    void nobodyIsToldOfWhatTheyDoThemselvesOrOfAUnitOutOfReach() {
        put(people.actor(clerk), toEditors(UUID.randomUUID()));
        assertThat(unread(clerk)).isEmpty();
        Staff stranger = people.staff(people.province(), Role.CLERK);
        put(JOB, toStaff(stranger));
        assertThat(unread(stranger)).isEmpty();
        put(people.actor(clerk), toStaff(clerk));
        assertThat(unread(clerk)).as("an answer to one's own act").hasSize(1);
    }

    @Test
    void everybodySeesAndMarksOnlyTheirOwn() {
        put(JOB, toEditors(UUID.randomUUID()));
        UUID id = unread(clerk).getFirst().id();
        Actor colleague = people.actor(people.staff(town, Role.CLERK));
        assertThatThrownBy(() -> as(colleague, () -> inbox.open(id))).isInstanceOf(Refusal.class);
        assertThat(as(colleague, () -> inbox.mark(List.of(id), Inbox.Mark.ARCHIVE)))
                .isZero();
        assertThat(unread(clerk)).hasSize(1);
    }

    @Test
    void whoLosesTheRoleNoLongerSeesWhatItLetThemSee() {
        put(JOB, toEditors(UUID.randomUUID()));
        RoleGrants grants = context.getBean(RoleGrants.class);
        as(TestPeople.keeper(), () -> {
            grants.revoke(clerk, grants.of(clerk.id()).getFirst().id(), "调离");
            return true;
        });
        assertThat(unread(clerk)).isEmpty();
    }

    @Test
    void whatNoLongerHoldsIsTakenBackBeforeItIsRead() {
        UUID gone = UUID.randomUUID();
        UUID left = UUID.randomUUID();
        put(
                JOB,
                new Message(
                        "finding.opened", town.id(), subject, "示例应用", "/", List.of(gone, left), Role.Power.EDIT, null));
        takeBack(gone);
        assertThat(unread(clerk)).singleElement().matches(message -> message.count() == 1);
        takeBack(left);
        assertThat(unread(clerk)).isEmpty();
    }

    @Test
    void aMessageIsReadArchivedAndBroughtBack() {
        put(JOB, toEditors(UUID.randomUUID()));
        Actor me = people.actor(clerk);
        UUID id = unread(clerk).getFirst().id();
        as(me, () -> inbox.mark(List.of(id), Inbox.Mark.ARCHIVE));
        assertThat(box(clerk, InboxQuery.Box.ARCHIVED)).hasSize(1);
        as(me, () -> inbox.mark(List.of(id), Inbox.Mark.RESTORE));
        as(me, () -> inbox.mark(List.of(id), Inbox.Mark.UNREAD));
        assertThat(unread(clerk)).hasSize(1);
        as(me, inbox::readAll);
        assertThat(unread(clerk)).isEmpty();
        put(JOB, toEditors(UUID.randomUUID()));
        assertThat(as(me, () -> inbox.mark(List.of(id), Inbox.Mark.UNREAD)))
                .as("a newer one of the same cause is unread")
                .isZero();
    }

    @Test
    void itIsPutInTheTransactionOfWhatItTellsOfAndLeadsNowhereElse() {
        assertThatThrownBy(() -> as(JOB, () -> {
                    inbox.put(toEditors(UUID.randomUUID()));
                    return true;
                }))
                .isInstanceOf(IllegalTransactionStateException.class);
        for (String elsewhere : List.of("https://example.com", "//example.com", "/\\example.com", "apps")) {
            assertThatThrownBy(() -> Message.toStaff(
                            clerk.id(), "test", town.id(), subject, "示例", elsewhere, List.of(UUID.randomUUID())))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private Message toEditors(UUID about) {
        return toEditors(town, about);
    }

    private Message toEditors(Unit unit, UUID about) {
        return Message.toHolders(
                Role.Power.EDIT, "finding.opened", unit.id(), subject, "示例应用", "/apps", List.of(about));
    }

    private Message toStaff(Staff staff) {
        return Message.toStaff(
                staff.id(), "finding.decided", town.id(), subject, "示例应用", "/apps", List.of(UUID.randomUUID()));
    }

    private void put(Actor actor, Message message) {
        as(
                actor,
                () -> new TransactionTemplate(transactions).execute(status -> {
                    inbox.put(message);
                    return true;
                }));
    }

    private void takeBack(UUID about) {
        as(
                JOB,
                () -> new TransactionTemplate(transactions).execute(status -> {
                    inbox.takeBack(List.of(subject), List.of(about));
                    return true;
                }));
    }

    private List<Received> unread(Staff staff) {
        return box(staff, InboxQuery.Box.UNREAD);
    }

    private List<Received> box(Staff staff, InboxQuery.Box box) {
        return as(
                people.actor(staff),
                () -> inbox.list(new InboxQuery(box, ""), 1).rows());
    }
}
