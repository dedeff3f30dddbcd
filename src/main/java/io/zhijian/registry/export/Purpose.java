package io.zhijian.registry.export;

import io.zhijian.base.Actor;
import io.zhijian.base.Role;
import io.zhijian.base.Texts;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For what figures that could rank people may leave, or may not.
 *
 * @param roles who may state it
 */
public record Purpose(String id, Named name, boolean allowed, Basis basis, Set<Role> roles) {

    /** In both languages. */
    public record Named(String zh, String en) {}

    /**
     * What it rests on, in our own words.
     *
     * @param regulation where the basis stands in the rulebook
     */
    public record Basis(
            @Nullable String regulation, @Nullable Integer article, String zh, String en) {

        public String words() {
            return Texts.pick(zh, en);
        }

        /** Where the article is shown, or empty. */
        public String href() {
            return regulation == null ? "" : "/rulebook/" + regulation + "/" + article;
        }
    }

    public String words() {
        return Texts.pick(name.zh(), name.en());
    }

    /** Whether the actor may choose it; what is refused anyhow may be chosen by all, and says why not. */
    public boolean offeredTo(Actor actor) {
        return !allowed || roles.stream().anyMatch(actor::is);
    }
}
