package io.zhijian.registry.door.office;

import io.zhijian.registry.Subject;
import io.zhijian.registry.door.release.Audience;
import io.zhijian.registry.door.release.PublicLines;
import io.zhijian.registry.door.release.Release;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A subject between register and public.
 *
 * @param release absent: nobody has thought of releasing it yet
 * @param preview line by line what would become public
 * @param changes what the host's entry says otherwise than what is public
 * @param obstacle code of what stands in the way, or empty
 * @param display host and both numbers, ready to copy
 * @param address what the code holds; empty while nothing is public
 * @param problem code of what is wrong with what was typed, or empty
 */
public record ReleasePage(
        Subject subject,
        @Nullable Release release,
        List<PublicLines.Line> preview,
        List<PublicLines.Difference> changes,
        String obstacle,
        String display,
        String address,
        boolean mayEdit,
        boolean mayDecide,
        String problem) {

    /** Longest reason or note, in characters. */
    public static final int NOTE = 500;

    public String base() {
        return subject.href();
    }

    public Audience audience() {
        return release == null ? Audience.PUBLIC : release.audience();
    }

    public List<Audience> audiences() {
        return List.of(Audience.values());
    }

    public boolean isPublic() {
        return release != null && release.isPublic();
    }

    public boolean waits() {
        return release != null && release.waits();
    }

    public Release known() {
        return Objects.requireNonNull(release);
    }

    /** Whether the host can propose something that is not public yet. */
    public boolean mayPropose() {
        return mayEdit && obstacle.isEmpty() && !waits() && !changes.isEmpty();
    }

    public String note() {
        return release == null ? "" : release.note();
    }

    public String tokenPath() {
        return "/q/" + known().token();
    }
}
