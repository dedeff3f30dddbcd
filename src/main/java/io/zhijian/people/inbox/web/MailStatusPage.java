package io.zhijian.people.inbox.web;

import io.zhijian.people.inbox.mail.MailSettings;
import io.zhijian.people.inbox.mail.MailStatus;
import io.zhijian.people.web.Form;
import java.util.List;

/** How mail is set up and how it goes. */
public record MailStatusPage(
        MailSettings settings, List<MailStatus.Day> days, List<MailStatus.Fault> faults, Form form, boolean sent) {}
