package io.zhijian.people.inbox.mail;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person's digest of one day, about to be sent.
 *
 * @param address where to, or null where the person no longer wants it
 * @param tries how often it was tried before
 */
record Digest(UUID id, String name, @Nullable String address, LocalDate day, int tries) {}
