package io.zhijian.registry.quota;

import io.zhijian.people.Unit;
import java.util.List;

/**
 * One unit, the accounts it has in use, and what holds for it today.
 *
 * @param used in use on all platforms together
 */
public record Held(Unit unit, long used, List<Quota> quotas) {}
