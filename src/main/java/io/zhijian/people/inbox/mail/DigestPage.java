package io.zhijian.people.inbox.mail;

import java.util.List;

/**
 * What stands in a digest.
 *
 * @param count all messages, also those that are not listed
 * @param inbox link to all of them
 * @param off link to where one turns the digest off
 */
public record DigestPage(String name, String day, int count, List<Line> lines, String inbox, String off) {

    /** One message: its words, whose subject it is, and where it leads. */
    public record Line(String title, String unit, String href) {}

    /** How many are not listed. */
    public int rest() {
        return count - lines.size();
    }
}
