package io.zhijian.people.inbox;

import io.zhijian.base.Role;
import io.zhijian.base.SubjectRef;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a module puts into inboxes. While a reader has not read it, one of the same unit, subject and cause grows instead
 * of a second one appearing.
 *
 * @param cause such as "finding.opened"; its words stand in the message files under {@code inbox.cause.<cause>}, with the
 *     subject's name as {0} and how much it tells of as {1}
 * @param unit whose subject it is; nobody is told whose roles do not reach it
 * @param href where to go, a path of ours
 * @param about what it tells of (findings, one import): telling of the same again changes nothing
 * @param power to the nearest people who hold it over the unit, or null for one person
 * @param staff the one person
 */
public record Message(
        String cause,
        UUID unit,
        SubjectRef subject,
        String subjectName,
        String href,
        List<UUID> about,
        Role.@Nullable Power power,
        @Nullable UUID staff) {

    private static final Pattern PATH = Pattern.compile("/(?:[^/\\\\\\s].*)?");

    public Message {
        if (!PATH.matcher(href).matches() || about.isEmpty() || (power == null) == (staff == null)) {
            throw new IllegalArgumentException("not a message: " + cause + " " + href);
        }
        about = List.copyOf(about);
    }

    /** To those of the unit who hold the power there, or else to the nearest who do. */
    public static Message toHolders(
            Role.Power power, String cause, UUID unit, SubjectRef subject, String name, String href, List<UUID> about) {
        return new Message(cause, unit, subject, name, href, about, power, null);
    }

    /** To one person, whoever acts. */
    public static Message toStaff(
            UUID staff, String cause, UUID unit, SubjectRef subject, String name, String href, List<UUID> about) {
        return new Message(cause, unit, subject, name, href, about, null, staff);
    }

    /** The roles of which one is needed. */
    @Nullable
    List<String> roles() {
        Role.Power needed = power;
        return needed == null
                ? null
                : Arrays.stream(Role.values())
                        .filter(role -> role.has(needed))
                        .map(Enum::name)
                        .toList();
    }
}
