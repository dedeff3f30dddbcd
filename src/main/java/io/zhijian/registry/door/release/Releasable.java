package io.zhijian.registry.door.release;

import io.zhijian.base.Refusal;
import io.zhijian.registry.Subject;
import io.zhijian.registry.SubjectKind;
import io.zhijian.registry.app.AppEntry;
import java.util.List;
import java.util.stream.Stream;

/** What can never become public, whoever asks: what is for insiders, what is not in people's hands yet, what says so itself. */
final class Releasable {

    /** Words in a name that belong to work with the public shut out. */
    private static final List<String> SHUT_OUT =
            List.of("社区矫正", "戒毒", "监狱", "看守所", "警务", "办案", "侦查", "纪检", "监察", "留置", "政法协同", "内部");

    private Releasable() {}

    /** The code of what stands in the way, or empty. */
    static String obstacle(Subject subject, Audience audience) {
        if (subject.kind() == SubjectKind.GROUP) {
            return "door.groups-never";
        }
        if (audience != Audience.PUBLIC) {
            return "door.not-for-everybody";
        }
        if (names(subject).anyMatch(name -> SHUT_OUT.stream().anyMatch(name::contains))) {
            return "door.insiders-name";
        }
        return switch (subject.ownStage()) {
            case ONLINE, SUSPENDED, CLOSING, OFFLINE, DISPOSING, MERGED, CLOSED -> "";
            default -> "door.not-in-use-yet";
        };
    }

    static void refuse(Subject subject, Audience audience) {
        String code = obstacle(subject, audience);
        if (!code.isEmpty()) {
            throw Refusal.forbidden(code);
        }
    }

    private static Stream<String> names(Subject subject) {
        List<String> aliases = subject.entry() instanceof AppEntry app ? app.aliases() : List.of();
        return Stream.concat(Stream.of(subject.name()), aliases.stream());
    }
}
