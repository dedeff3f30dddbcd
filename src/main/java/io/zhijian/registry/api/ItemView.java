package io.zhijian.registry.api;

import io.zhijian.registry.door.PublicItem;

/** A service item and the entry where it is done. */
public record ItemView(
        String name, String code, String theme, String entryId, String entryName, String host, String url) {

    static ItemView of(PublicItem item, String base) {
        return new ItemView(
                item.item().name(),
                item.item().code(),
                item.item().theme(),
                item.entry().token(),
                item.entry().text().name(),
                item.entry().text().host(),
                base + "/q/" + item.entry().token());
    }
}
