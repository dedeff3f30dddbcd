package io.zhijian.people.signin;

import java.time.Instant;
import java.util.UUID;

/** One running session as its owner and the security administrator see it; the token is known to the browser only. */
public record Session(UUID id, UUID staff, String agent, String address, Instant startedAt, Instant seenAt) {}
