/** How a person proves who they are: passwords, lock-out, sessions, and the filter that binds the actor to each request. */
@NamedInterface("signin")
@NullMarked
package io.zhijian.people.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
