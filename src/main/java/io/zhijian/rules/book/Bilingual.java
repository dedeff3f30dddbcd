package io.zhijian.rules.book;

import io.zhijian.base.Texts;

/** A text that a file of the rulebook carries in both languages. */
public record Bilingual(String zh, String en) {

    /** In the reader's language. */
    public String words() {
        return Texts.pick(zh, en);
    }

    public static Bilingual from(Node node) {
        node.only("zh", "en");
        return new Bilingual(node.text("zh"), node.text("en"));
    }
}
