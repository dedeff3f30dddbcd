package io.zhijian.people;

import io.zhijian.base.Jurisdiction;
import io.zhijian.base.SubjectRef;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person's account (人员) in a unit.
 *
 * @param login the name to sign in with
 * @param disabled whether the person can no longer sign in; what they did stays under their name
 */
public record Staff(
        UUID id,
        UUID unit,
        String unitPath,
        String region,
        @Nullable String line,
        String name,
        String login,
        @Nullable String phone,
        boolean disabled,
        int version) {

    public Jurisdiction jurisdiction() {
        return new Jurisdiction(unit, unitPath, region, line);
    }

    public SubjectRef ref() {
        return new SubjectRef("staff", id);
    }

    public StaffFacts facts() {
        return new StaffFacts(name, login, phone);
    }
}
