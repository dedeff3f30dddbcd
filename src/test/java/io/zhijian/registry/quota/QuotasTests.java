package io.zhijian.registry.quota;

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
import io.zhijian.registry.MoveOrder;
import io.zhijian.registry.Register;
import io.zhijian.registry.Subject;
import io.zhijian.registry.SubjectFacts;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.Subjects;
import io.zhijian.registry.account.AccountFacts;
import io.zhijian.registry.account.AccountMove;
import io.zhijian.registry.account.AccountPlatform;
import io.zhijian.registry.entry.Typed;
import io.zhijian.registry.life.Stage;
import io.zhijian.rules.Finding;
import io.zhijian.rules.Findings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A quota holds from its day on, is set by who decides there, and what exceeds it is found and cured. */
@ZhijianTest
class QuotasTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Quotas quotas;

    @Autowired
    Register register;

    @Autowired
    Subjects subjects;

    @Autowired
    SubjectFacts facts;

    @Autowired
    Findings findings;

    private Unit host;
    private Actor clerk;
    private Actor office;
    private LocalDate today;

    @BeforeEach
    void aHostWithThreeAccounts() {
        TestPeople people = new TestPeople(context);
        Unit province = people.province();
        host = people.unit(province, UnitLevel.COUNTY);
        clerk = people.actor(people.staff(host, Role.CLERK));
        office = people.actor(people.staff(province, Role.SUPERVISOR));
        today = facts.today();
        running("河湖发布", "WECHAT_OFFICIAL");
        running("河湖快讯", "WECHAT_OFFICIAL");
    }

    @Test
    void theFactIsWhatHoldsToday() {
        Subject account = running("河湖视频", "DOUYIN");
        assertThat(known(account).quota()).isNull();
        set(null, 5, today);
        set(null, 2, today.plusDays(1));
        set(AccountPlatform.DOUYIN, 1, today);
        assertThat(known(account).quota()).isEqualTo(5);
        assertThat(known(account).platformQuota()).isEqualTo(1);
        assertThat(as(office, () -> quotas.now(host.id()))).hasSize(2);
        assertThat(as(office, () -> quotas.of(host.id()))).hasSize(3);
        assertThat(as(office, () -> quotas.byPlatform(host.id())))
                .containsEntry(AccountPlatform.WECHAT_OFFICIAL, 2L)
                .containsEntry(AccountPlatform.DOUYIN, 1L);
    }

    @Test
    void whatExceedsAQuotaIsFoundAndGoesWhenItIsLiftedOrKept() {
        Subject account = running("河湖视频", "DOUYIN");
        set(null, 2, today);
        assertThat(found(account)).contains("account.over-quota").doesNotContain("account.over-platform-quota");
        set(null, null, today);
        assertThat(found(account)).doesNotContain("account.over-quota");
        set(AccountPlatform.DOUYIN, 0, today);
        assertThat(found(account)).contains("account.over-platform-quota");
        Subject second = running("河湖短片", "DOUYIN");
        set(AccountPlatform.DOUYIN, 1, today);
        assertThat(found(second)).contains("account.over-platform-quota");
        MoveOrder into = new MoveOrder(Stage.ONLINE, "合并", today, null, account.id(), "");
        as(clerk, () -> register.move(second.id(), AccountMove.MERGE, into));
        assertThat(found(account))
                .as("its neighbour is gone, so it is cured at once")
                .doesNotContain("account.over-platform-quota");
    }

    @Test
    void onlyWhoDecidesThereSetsItAndOnlyFromTodayOnWithBasisAndReason() {
        assertThatThrownBy(() -> as(clerk, () -> put(null, 1, today, "文件", "理由")))
                .hasMessage("access.out-of-reach");
        assertThatThrownBy(() -> set(null, 1, today.minusDays(1))).hasMessage("quota.day-past");
        assertThatThrownBy(() -> as(office, () -> put(null, 1, today, " ", "理由")))
                .hasMessage("quota.basis-missing");
        assertThatThrownBy(() -> as(office, () -> put(null, 1, today, "文件", "")))
                .hasMessage("quota.reason-missing");
        assertThatThrownBy(() -> set(null, 1000, today)).hasMessage("quota.most-unfit");
        TestPeople people = new TestPeople(context);
        Actor elsewhere = people.actor(people.staff(people.province(), Role.SUPERVISOR));
        set(null, 1, today);
        assertThat(as(elsewhere, () -> quotas.of(host.id()))).isEmpty();
    }

    @Test
    void unitsStandInTheOrderOfTheirCodes() {
        List<String> regions = as(
                Actor.service("quota-test", Role.AUDITOR),
                () -> quotas.page(1).rows().stream()
                        .map(held -> held.unit().region())
                        .toList());
        assertThat(regions).isNotEmpty().isSorted();
    }

    private void set(@Nullable AccountPlatform platform, @Nullable Integer most, LocalDate from) {
        as(office, () -> put(platform, most, from, "示例文件", "控制数量"));
    }

    private boolean put(
            @Nullable AccountPlatform platform, @Nullable Integer most, LocalDate from, String basis, String reason) {
        quotas.set(host.id(), new QuotaOrder(platform, most, from, basis, reason));
        return true;
    }

    private AccountFacts known(Subject account) {
        return (AccountFacts)
                as(clerk, () -> facts.read(subjects.get(account.id()))).facts();
    }

    private List<String> found(Subject account) {
        return as(clerk, () -> findings.of(account.ref())).stream()
                .filter(finding -> finding.state().waits())
                .map(Finding::rule)
                .map(rule -> rule.id())
                .toList();
    }

    private Subject running(String name, String platform) {
        Map<String, String> typed =
                Map.of("name", name, "platform", platform, "host", host.id().toString());
        return as(clerk, () -> {
            Subject account = register.enter(
                    Ids.next(),
                    SubjectKind.ACCOUNT.shape().read(new Typed(typed)).entry(),
                    "首次登记");
            return register.move(account.id(), AccountMove.RECORD, MoveOrder.of(Stage.PLANNED, ""));
        });
    }
}
