package io.zhijian.people.inbox.mail;

import java.util.regex.Pattern;

/** What may stand as an address in a header of ours: plain ASCII, one address, no name, no line of another header. */
final class MailAddress {

    private static final int LENGTH = 254;
    private static final Pattern FORM = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@"
                    + "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    private MailAddress() {}

    static boolean sound(String address) {
        return address.length() <= LENGTH && FORM.matcher(address).matches();
    }
}
