package io.zhijian.people.signin;

import io.zhijian.base.Actor;
import java.util.UUID;

/**
 * A request that comes with a valid session.
 *
 * @param mustChange whether the password was issued and has to be replaced before anything else
 * @param unread how many messages the person has not read; 100 stands for more than 99
 */
public record SignedIn(UUID session, Actor actor, boolean mustChange, long unread) {

    /** Request attribute under which pages find it. */
    public static final String ATTRIBUTE = "zhijian.signed-in";
}
