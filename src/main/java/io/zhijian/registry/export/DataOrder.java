package io.zhijian.registry.export;

/**
 * What is to leave an app.
 *
 * @param what which data
 * @param recipient to whom
 * @param purpose id of what for
 * @param why in their own words
 */
public record DataOrder(String what, String recipient, String purpose, String why) {

    /** Longest name of data or recipient, in characters. */
    public static final int NAME = 100;

    public DataOrder {
        what = what.strip();
        recipient = recipient.strip();
        why = why.strip();
    }
}
