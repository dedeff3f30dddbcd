package io.zhijian.registry.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.registry.account.AccountFacts;
import io.zhijian.registry.account.AccountMove;
import io.zhijian.registry.life.Move;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What speaks against a move, told beforehand with its basis; nothing of it blocks, since the rules say 原则上. */
public record Precheck(String code, List<Object> figures) {

    /**
     * @param noticeOn the day of the closing notice, if there is one
     * @param noticeDays how long a notice should stand before closing
     */
    static List<Precheck> of(Move move, Record facts, @Nullable LocalDate noticeOn, LocalDate today, int noticeDays) {
        List<Precheck> found = new ArrayList<>();
        if (move == AccountMove.OPEN && facts instanceof AccountFacts account) {
            opening(account, found);
        }
        if (move == AccountMove.CLOSE) {
            long stood = noticeOn == null ? 0 : ChronoUnit.DAYS.between(noticeOn, today);
            if (stood < noticeDays) {
                found.add(new Precheck("notice-short", List.of(stood, noticeDays)));
            }
        }
        return found;
    }

    private static void opening(AccountFacts account, List<Precheck> found) {
        Long others = account.sameHostSamePlatform();
        Long quota = account.quota();
        Long here = account.platformQuota();
        Long inUse = account.hostAccounts();
        if (others != null && others > 0) {
            found.add(new Precheck("second", List.of(others)));
        }
        if (others != null && here != null && others + 1 > here) {
            found.add(new Precheck("quota", List.of(here)));
        }
        if (inUse != null && quota != null && inUse + 1 > quota) {
            found.add(new Precheck("quota-all", List.of(quota)));
        }
        if (Boolean.TRUE.equals(account.hostBelowCounty())) {
            found.add(new Precheck("below-county", List.of()));
        }
        if (Boolean.TRUE.equals(account.resemblesClosed())) {
            found.add(new Precheck("resembles", List.of()));
        }
    }

    public String says() {
        return t("account.check." + code, figures.toArray());
    }

    public String basis() {
        return t("account.check." + code + ".basis");
    }

    public String todo() {
        return t("account.check." + code + ".do");
    }
}
