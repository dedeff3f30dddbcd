package io.zhijian.base;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says who may use a route; every handler method carries exactly one, and the start fails where one is missing. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {

    /** The least one must be. */
    Level value() default Level.ROLE;

    /** With {@link Level#ROLE}: any one of these roles, within whatever scope; rows are guarded apart from this. */
    Role[] roles() default {};

    /** Who may come in at all. */
    enum Level {
        EVERYONE,
        SIGNED_IN,
        ROLE
    }
}
