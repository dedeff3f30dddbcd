package io.zhijian.semantics.check;

import static io.zhijian.base.Texts.t;

import io.zhijian.semantics.docx.Remark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is to be said beside the suspect words of a text: the article, what it asks in our words, another wording. */
public final class Remarks {

    /** More would hide the text. */
    private static final int MOST = 300;

    private Remarks() {}

    /** In the order of the text; a suspicion without words is a remark on the whole. */
    public static List<Remark> of(Checked checked) {
        List<Remark> remarks = new ArrayList<>();
        if (checked.verdict() == Verdict.BENIGN) {
            return remarks;
        }
        for (Breach breach : checked.breaches()) {
            List<String> lines = lines(breach.article(), checked.verdict());
            if (breach.words().isEmpty()) {
                remarks.add(new Remark(0, 0, with(t("docx.at.whole"), lines)));
            }
            breach.words().forEach(span -> remarks.add(new Remark(span.from(), span.to(), lines)));
        }
        remarks.sort(Comparator.comparingInt(Remark::from));
        return List.copyOf(remarks.subList(0, Math.min(MOST, remarks.size())));
    }

    private static List<String> lines(int article, Verdict verdict) {
        List<String> lines = List.of(
                t("docx.clause", article, t("precheck.topic." + article)),
                t("docx.gist", t("docx.gist." + article)),
                t("docx.advice", t("precheck.advice." + article)),
                t("docx.only"));
        return switch (verdict) {
            case EXCEPTION -> with(t("precheck.verdict.exception"), lines);
            case UNSURE -> with(t("precheck.verdict.unsure"), lines);
            case VIOLATION, BENIGN -> lines;
        };
    }

    private static List<String> with(String first, List<String> rest) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return List.copyOf(all);
    }
}
