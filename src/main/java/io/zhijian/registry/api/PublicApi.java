package io.zhijian.registry.api;

import io.zhijian.base.Access;
import io.zhijian.base.Refusal;
import io.zhijian.registry.door.Door;
import io.zhijian.registry.door.PublicEntry;
import io.zhijian.registry.door.PublicItem;
import io.zhijian.registry.door.web.Kept;
import io.zhijian.registry.door.web.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** What is public, for machines, without a token. */
@RestController
class PublicApi {

    private static final int MOST = 200;

    private final Door door;
    private final Kept kept;
    private final PublicAddress address;

    PublicApi(Door door, Kept kept, PublicAddress address) {
        this.door = door;
        this.kept = kept;
        this.address = address;
    }

    @Access(Access.Level.EVERYONE)
    @GetMapping("/api/v1/public/look-up")
    @Nullable
    Slice<EntryView> lookUp(@RequestParam String q, ServletWebRequest web, HttpServletRequest request) {
        if (kept.known(web)) {
            return null;
        }
        String base = address.base(request);
        return new Slice<>(
                door.snapshot().find(q).stream()
                        .map(entry -> EntryView.of(entry, base))
                        .toList(),
                null);
    }

    @Access(Access.Level.EVERYONE)
    @GetMapping("/api/v1/public/entries")
    @Nullable
    Slice<EntryView> entries(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            ServletWebRequest web,
            HttpServletRequest request) {
        if (kept.known(web)) {
            return null;
        }
        Cursor after = Cursor.read(cursor);
        int size = size(limit);
        List<PublicEntry> found = door.snapshot().after(after.first(), after.second(), size);
        String base = address.base(request);
        String next = found.size() < size
                ? null
                : new Cursor(found.getLast().text().name(), found.getLast().token()).toString();
        return new Slice<>(
                found.stream().map(entry -> EntryView.of(entry, base)).toList(), next);
    }

    @Access(Access.Level.EVERYONE)
    @GetMapping("/api/v1/public/entries/{id}")
    @Nullable
    EntryView entry(@PathVariable String id, ServletWebRequest web, HttpServletRequest request) {
        PublicEntry entry = door.snapshot().byToken(id).orElseThrow(() -> Refusal.notFound("door.nothing-public"));
        return kept.known(web) ? null : EntryView.of(entry, address.base(request));
    }

    @Access(Access.Level.EVERYONE)
    @GetMapping("/api/v1/public/items")
    @Nullable
    Slice<ItemView> items(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            ServletWebRequest web,
            HttpServletRequest request) {
        if (kept.known(web)) {
            return null;
        }
        List<PublicItem> found = door.snapshot().items(q, theme);
        int from = Math.min(place(Cursor.read(cursor)), found.size());
        int to = Math.min(from + size(limit), found.size());
        String base = address.base(request);
        return new Slice<>(
                found.subList(from, to).stream()
                        .map(item -> ItemView.of(item, base))
                        .toList(),
                to == found.size() ? null : new Cursor("items", Integer.toString(to)).toString());
    }

    private static int place(Cursor cursor) {
        return cursor.second().matches("\\d{1,9}") ? Integer.parseInt(cursor.second()) : 0;
    }

    private static int size(int limit) {
        return Math.clamp(limit, 1, MOST);
    }
}
