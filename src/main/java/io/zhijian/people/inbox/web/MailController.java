package io.zhijian.people.inbox.web;

import io.zhijian.base.Access;
import io.zhijian.base.Refusal;
import io.zhijian.people.inbox.mail.MailAddresses;
import io.zhijian.people.inbox.mail.MailSettings;
import io.zhijian.people.web.Form;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The own e-mail address and the digest. */
@Controller
class MailController {

    private final MailAddresses addresses;
    private final MailSettings settings;

    MailController(MailAddresses addresses, MailSettings settings) {
        this.addresses = addresses;
        this.settings = settings;
    }

    @Access(Access.Level.SIGNED_IN)
    @GetMapping("/account/mail")
    String mail(@RequestParam(defaultValue = "") String done, Model model) {
        String note = List.of("code", "confirmed", "digest", "removed").contains(done) ? done : "";
        model.addAttribute("page", new MailPage(settings, addresses.mine(), Form.of(Map.of()), note));
        return "inbox/mail";
    }

    @Access(Access.Level.SIGNED_IN)
    @PostMapping("/account/mail")
    String want(@RequestParam(defaultValue = "") String address, HttpServletResponse response, Model model) {
        return tried("address", address, () -> addresses.want(address), "code", response, model);
    }

    @Access(Access.Level.SIGNED_IN)
    @PostMapping("/account/mail/code")
    String confirm(@RequestParam(defaultValue = "") String code, HttpServletResponse response, Model model) {
        return tried("code", "", () -> addresses.confirm(code), "confirmed", response, model);
    }

    @Access(Access.Level.SIGNED_IN)
    @PostMapping("/account/mail/digest")
    String digest(@RequestParam(defaultValue = "false") boolean wanted) {
        addresses.digest(wanted);
        return "redirect:/account/mail?done=digest";
    }

    @Access(Access.Level.SIGNED_IN)
    @PostMapping("/account/mail/remove")
    String remove() {
        addresses.remove();
        return "redirect:/account/mail?done=removed";
    }

    private String tried(
            String field, String typed, Runnable act, String done, HttpServletResponse response, Model model) {
        try {
            act.run();
            return "redirect:/account/mail?done=" + done;
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            Form form = Form.of(Map.of(field, typed)).with(field, refusal);
            model.addAttribute("page", new MailPage(settings, addresses.mine(), form, ""));
            return "inbox/mail";
        }
    }
}
