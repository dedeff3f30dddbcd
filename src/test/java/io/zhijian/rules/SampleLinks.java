package io.zhijian.rules;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;

/** Words and addresses of the samples. */
@TestConfiguration
public class SampleLinks implements SubjectLinks {

    private static final Map<String, String> LABELS = Map.of(
            "stage", "阶段",
            "usageNorm", "有使用规范",
            "checkIn", "打卡签到",
            "checkInVisible", "打卡签到对用户可见",
            "ranking", "积分排名",
            "rankingVisible", "积分排名对用户可见",
            "onlineTime", "在线时长",
            "onlineTimeVisible", "在线时长对用户可见");

    private static final Map<Object, String> STAGES =
            Map.of("accepted", "验收", "filed", "备案", "online", "运行", "suspended", "整改");

    @Override
    public String kind() {
        return SampleSource.KIND;
    }

    @Override
    public String href(UUID id) {
        return "/samples/" + id;
    }

    @Override
    public String editHref(UUID id, String fact) {
        return href(id) + "/edit#" + fact;
    }

    @Override
    public String factLabel(String fact) {
        return LABELS.getOrDefault(fact, fact);
    }

    @Override
    public @Nullable String factValue(String fact, Object value) {
        return fact.equals("stage") ? STAGES.get(value) : null;
    }
}
