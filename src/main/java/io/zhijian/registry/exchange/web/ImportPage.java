package io.zhijian.registry.exchange.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Paging;
import io.zhijian.base.Texts;
import io.zhijian.registry.Subject;
import io.zhijian.registry.entry.Field;
import io.zhijian.registry.exchange.marked.Template;
import io.zhijian.registry.exchange.match.Column;
import io.zhijian.registry.exchange.stage.Import;
import io.zhijian.registry.exchange.stage.ImportState;
import io.zhijian.registry.exchange.stage.StagedRow;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One import, wherever it stands.
 *
 * @param sheets of the file, where one may be chosen
 * @param subjects those that rows may be the same as
 * @param touched how many of what it wrote were changed since
 * @param refused why what was just asked for is not done; empty where nothing was refused
 */
public record ImportPage(
        Import now,
        List<String> sheets,
        Paging<StagedRow> wrong,
        Paging<StagedRow> likely,
        Map<UUID, Subject> subjects,
        long touched,
        String refused) {

    /** Fields a column may mean. */
    public List<Field> fields() {
        return Template.fields(now.kind());
    }

    public boolean is(String state) {
        return now.state() == ImportState.valueOf(state);
    }

    public boolean running() {
        return now.state().running();
    }

    /** Where people read rows by. */
    public String listHref() {
        return "/" + now.kind().path();
    }

    public String why() {
        String code = now.refusal();
        return code == null ? "" : t("refusal." + code, now.refused().toArray());
    }

    public String how(Column column) {
        return t("exchange.how." + column.how().name().toLowerCase(java.util.Locale.ROOT));
    }

    public String samples(Column column) {
        return String.join(t("exchange.samples.comma"), column.samples());
    }

    /** What a row may be the same as, in words. */
    public String likelyWords(StagedRow row) {
        Subject subject = row.likely() == null ? null : subjects.get(row.likely());
        if (subject != null) {
            return t("exchange.likely.subject", subject.name(), subject.hostName());
        }
        return row.likelyRow() == null ? t("exchange.likely.unseen") : t("exchange.likely.row", row.likelyRow());
    }

    public String wrongHref() {
        return now.href() + "?wrong=";
    }

    public String likelyHref() {
        return now.href() + "?likely=";
    }

    public String createdAt() {
        return Texts.time(now.createdAt());
    }
}
