package io.zhijian.registry.door;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What host and office released of one subject, word for word; nothing else of it is public but its stage and its
 * closing notice.
 *
 * @param kind app or account
 * @param form code of the app's form or the account's platform; empty where unknown
 * @param account the account's own id on its platform; empty for an app
 * @param icp ICP filing number
 * @param gov number of the government filing
 * @param complaint where one complains within it
 * @param zone where its formalism complaint zone is
 */
public record PublicText(
        String kind,
        String name,
        List<String> aliases,
        String form,
        String account,
        String summary,
        String host,
        String icp,
        String gov,
        @Nullable Norm norm,
        String complaint,
        String zone,
        List<Store> stores,
        List<Item> items) {

    /** The rules of use that hold: for whom, when, and what is asked. */
    public record Norm(@Nullable LocalDate published, String targetUsers, String scenes, String requirements) {}

    /** Where it can be had. */
    public record Store(String name, String link) {}

    /** A service item 政务服务事项, under a theme of {@link Themes}. */
    public record Item(String name, String code, String theme) {}

    /** The names it is asked for by. */
    List<String> names() {
        List<String> names = new ArrayList<>(aliases);
        names.addFirst(name);
        return names;
    }

    /** Key of the words for what it is: the form of an app, the platform of an account. */
    public String formKey() {
        return form.isEmpty()
                ? "door.kind." + kind
                : (kind.equals("account") ? "account.platform." : "registry.form.") + form;
    }
}
