package io.zhijian.people.inbox.web;

import io.zhijian.base.Access;
import io.zhijian.people.inbox.Inbox;
import io.zhijian.people.inbox.InboxQuery;
import io.zhijian.people.inbox.InboxQuery.Box;
import io.zhijian.people.inbox.mail.MailSettings;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The own messages: look, open, mark, put away. */
@Controller
class InboxController {

    private final Inbox inbox;
    private final MailSettings mail;

    InboxController(Inbox inbox, MailSettings mail) {
        this.inbox = inbox;
        this.mail = mail;
    }

    @Access(Access.Level.SIGNED_IN)
    @GetMapping("/inbox")
    String inbox(
            @RequestParam(defaultValue = "unread") String box,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        InboxQuery query = new InboxQuery(box(box), q.strip());
        model.addAttribute("page", new InboxPage(query, inbox.list(query, page), mail.on()));
        return "inbox/inbox";
    }

    /** Leads on to what the message tells of; having followed it is having read it. */
    @Access(Access.Level.SIGNED_IN)
    @GetMapping("/inbox/{id}")
    String open(@PathVariable UUID id) {
        return "redirect:" + inbox.open(id);
    }

    @Access(Access.Level.SIGNED_IN)
    @PostMapping("/inbox/mark")
    String mark(
            @RequestParam(defaultValue = "") List<UUID> id,
            @RequestParam String mark,
            @RequestParam(defaultValue = "unread") String box) {
        inbox.mark(id, Inbox.Mark.of(mark));
        return "redirect:/inbox?box=" + box(box).code();
    }

    @Access(Access.Level.SIGNED_IN)
    @PostMapping("/inbox/read-all")
    String readAll() {
        inbox.readAll();
        return "redirect:/inbox";
    }

    private static Box box(String code) {
        return Arrays.stream(Box.values())
                .filter(box -> box.code().equals(code))
                .findFirst()
                .orElse(Box.UNREAD);
    }
}
