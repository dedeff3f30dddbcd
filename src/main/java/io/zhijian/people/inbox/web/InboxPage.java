package io.zhijian.people.inbox.web;

import io.zhijian.base.Paging;
import io.zhijian.people.inbox.InboxQuery;
import io.zhijian.people.inbox.Received;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The inbox: one box of it, searched, a page at a time. */
public record InboxPage(InboxQuery query, Paging<Received> paging, boolean mayMail) {

    public List<InboxQuery.Box> boxes() {
        return List.of(InboxQuery.Box.values());
    }

    public String href(InboxQuery.Box box) {
        return "/inbox?box=" + box.code();
    }

    public boolean in(InboxQuery.Box box) {
        return query.box() == box;
    }

    /** Ends where the number of a page is appended. */
    public String pageHref() {
        return href(query.box()) + "&q=" + URLEncoder.encode(query.words(), StandardCharsets.UTF_8) + "&page=";
    }

    /** What a reader may do with chosen messages in this box. */
    public List<String> marks() {
        return switch (query.box()) {
            case UNREAD -> List.of("read", "archive");
            case CURRENT -> List.of("read", "unread", "archive");
            case ARCHIVED -> List.of("restore");
        };
    }
}
