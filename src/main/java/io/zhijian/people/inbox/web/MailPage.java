package io.zhijian.people.inbox.web;

import io.zhijian.people.inbox.mail.MailAddresses;
import io.zhijian.people.inbox.mail.MailSettings;
import io.zhijian.people.web.Form;

/**
 * The own address and whether the digest is wanted.
 *
 * @param done end of the key of a note on what was just done, or empty
 */
public record MailPage(MailSettings settings, MailAddresses.Mine mine, Form form, String done) {}
