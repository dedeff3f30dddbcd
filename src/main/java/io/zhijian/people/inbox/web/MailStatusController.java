package io.zhijian.people.inbox.web;

import io.zhijian.base.Access;
import io.zhijian.base.Actor;
import io.zhijian.base.Navigation;
import io.zhijian.base.Refusal;
import io.zhijian.base.Role;
import io.zhijian.base.Texts;
import io.zhijian.base.WorkItems;
import io.zhijian.people.inbox.mail.MailSettings;
import io.zhijian.people.inbox.mail.MailStatus;
import io.zhijian.people.web.Form;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Mail as the system administrator sees it: settings without the password, numbers, what is stuck, a test mail. */
@Controller
class MailStatusController implements Navigation, WorkItems {

    private static final int LATE = 85;

    private final MailStatus status;
    private final MailSettings settings;

    MailStatusController(MailStatus status, MailSettings settings) {
        this.status = status;
        this.settings = settings;
    }

    @Override
    public List<Entry> entriesFor(Actor actor) {
        return actor.is(Role.SYSTEM_ADMIN) ? List.of(new Entry(LATE, "inbox.mail-status", "/mail")) : List.of();
    }

    @Override
    public List<Item> waitingFor(Actor actor) {
        List<MailStatus.Fault> faults = actor.is(Role.SYSTEM_ADMIN) ? status.faults() : List.of();
        return faults.isEmpty()
                ? List.of()
                : List.of(new Item(
                        Texts.t("inbox.waiting.faults"),
                        "/mail",
                        faults.size(),
                        null,
                        Texts.t("inbox.waiting.faults.if-nothing")));
    }

    @Access(roles = Role.SYSTEM_ADMIN)
    @GetMapping("/mail")
    String mail(@RequestParam(defaultValue = "false") boolean sent, Model model) {
        model.addAttribute("page", page(Form.of(Map.of()), sent));
        return "inbox/status";
    }

    @Access(roles = Role.SYSTEM_ADMIN)
    @PostMapping("/mail/test")
    String test(@RequestParam(defaultValue = "") String address, HttpServletResponse response, Model model) {
        try {
            status.test(address);
            return "redirect:/mail?sent=true";
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("page", page(Form.of(Map.of("address", address)).with("address", refusal), false));
            return "inbox/status";
        }
    }

    private MailStatusPage page(Form form, boolean sent) {
        return new MailStatusPage(settings, status.days(), status.faults(), form, sent);
    }
}
