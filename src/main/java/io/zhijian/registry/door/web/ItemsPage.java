package io.zhijian.registry.door.web;

import io.zhijian.base.Paging;
import io.zhijian.registry.door.PublicItem;
import java.util.List;

/** Service items of everything released, as one entrance. */
public record ItemsPage(
        Reader reader, String typed, String theme, List<HomePage.Theme> themes, Paging<PublicItem> paging) {

    public String themeHref(String code) {
        return reader.at("/public/items")
                .asking("q", typed)
                .asking("theme", code)
                .here();
    }

    /** For the paging links: the page number is appended. */
    public String pageHref() {
        String here = reader.here();
        return here + (here.contains("?") ? "&" : "?") + "page=";
    }
}
