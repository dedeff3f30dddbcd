package io.zhijian.people.inbox.mail;

import io.zhijian.base.Refusal;

/**
 * One mail to one person, as plain text and as HTML.
 *
 * @param name left of the @ in its Message-ID: the same letter sent twice is recognised by it
 */
record Letter(String to, String subject, String text, String html, String name) {

    Letter {
        if (!MailAddress.sound(to)) {
            throw Refusal.invalid("inbox.mail-form");
        }
        if (subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a subject is one line");
        }
    }
}
