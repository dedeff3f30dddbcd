package io.zhijian.people.signin;

import io.zhijian.base.Actor;
import java.util.UUID;

/**
 * A request that comes with a valid session.
 *
 * @param mustChange whether the password was issued and has to be replaced before anything else
 */
public record SignedIn(UUID session, Actor actor, boolean mustChange) {

    /** Request attribute under which pages find it. */
    public static final String ATTRIBUTE = "zhijian.signed-in";
}
