package io.zhijian.base.web;

import io.zhijian.base.Texts;

/** A no, or a fault, in words; of a fault the words are the number under which the log has it. */
public record RefusalPage(int status, String code, String detail) {

    public String words() {
        return status == 500 ? Texts.t("refusal.page.fault", detail) : detail;
    }

    public String title() {
        return Texts.t("base.refusal." + status);
    }
}
