package io.zhijian.people.inbox.web;

import io.zhijian.base.Actor;
import io.zhijian.base.Navigation;
import io.zhijian.people.signin.SignedIn;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The inbox in the menu, with how much is unread; the number came with the session, so it costs no query. */
@Component
class InboxNavigation implements Navigation {

    private static final int AFTER_WORK = 5;

    @Override
    public List<Entry> entriesFor(Actor actor) {
        return actor.signedIn() ? List.of(new Entry(AFTER_WORK, "inbox.menu", "/inbox", unread())) : List.of();
    }

    private static long unread() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null
                        && request.getAttribute(SignedIn.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                                instanceof SignedIn who
                ? who.unread()
                : 0;
    }
}
