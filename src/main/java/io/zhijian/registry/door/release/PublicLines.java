package io.zhijian.registry.door.release;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Texts;
import io.zhijian.registry.door.PublicText;
import io.zhijian.registry.door.Themes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A public text line by line as a reader sees it, and what differs between two. */
public final class PublicLines {

    private static final List<String> ORDER = List.of(
            "name",
            "aliases",
            "kind",
            "account",
            "host",
            "icp",
            "gov",
            "summary",
            "complain.entry",
            "complain.zone",
            "norm.users",
            "norm.scenes",
            "norm.requirements",
            "norm.published",
            "items",
            "stores");

    private PublicLines() {}

    /** One line of the text. */
    public record Line(String label, String value) {}

    /** One line that is not the same; an empty side: nothing stood or stands there. */
    public record Difference(String label, String before, String after) {}

    /** What would be seen, line by line; what is empty is not shown to anybody. */
    public static List<Line> of(PublicText text) {
        Map<String, String> values = values(text);
        return ORDER.stream()
                .filter(key -> !values.getOrDefault(key, "").isEmpty())
                .map(key -> new Line(t("door.line." + key), values.getOrDefault(key, "")))
                .toList();
    }

    /** What a release would change of what is public. */
    public static List<Difference> between(@Nullable PublicText before, PublicText after) {
        Map<String, String> old = before == null ? Map.of() : values(before);
        Map<String, String> now = values(after);
        TreeSet<String> changed = new TreeSet<>(java.util.Comparator.comparingInt(ORDER::indexOf));
        now.keySet().stream()
                .filter(key -> !Objects.equals(now.get(key), old.getOrDefault(key, "")))
                .forEach(changed::add);
        return changed.stream()
                .map(key -> new Difference(t("door.line." + key), old.getOrDefault(key, ""), now.getOrDefault(key, "")))
                .toList();
    }

    private static Map<String, String> values(PublicText text) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", text.name());
        values.put("aliases", String.join(t("registry.list-comma"), text.aliases()));
        values.put("kind", t(text.formKey()));
        values.put("account", text.account());
        values.put("host", text.host());
        values.put("icp", text.icp());
        values.put("gov", text.gov());
        values.put("summary", text.summary());
        values.put("complain.entry", text.complaint());
        values.put("complain.zone", text.zone());
        PublicText.Norm norm = text.norm();
        values.put("norm.users", norm == null ? "" : norm.targetUsers());
        values.put("norm.scenes", norm == null ? "" : norm.scenes());
        values.put("norm.requirements", norm == null ? "" : norm.requirements());
        values.put("norm.published", norm == null || norm.published() == null ? "" : Texts.date(norm.published()));
        values.put("items", text.items().stream().map(PublicLines::item).collect(Collectors.joining("\n")));
        values.put(
                "stores",
                text.stores().stream()
                        .map(store -> (store.name() + " " + store.link()).strip())
                        .collect(Collectors.joining("\n")));
        return values;
    }

    private static String item(PublicText.Item item) {
        return t("door.item-of-theme", item.name(), t(Themes.textKey(item.theme())));
    }
}
