package io.zhijian.registry.door.web;

import static io.zhijian.base.Texts.t;

import io.zhijian.base.Texts;
import io.zhijian.registry.door.PublicEntry;
import io.zhijian.registry.door.PublicText;
import io.zhijian.registry.door.Snapshot;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the door answers: nothing, one entry, or several to choose from. What was typed is not said again, so that the
 * answer to whatever is not public is the same to the last byte.
 *
 * @param successor looks for what took a closed service over
 */
public record AnswerPage(Reader reader, List<PublicEntry> hits, Function<String, Optional<PublicEntry>> successor) {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    public boolean none() {
        return hits.isEmpty();
    }

    public boolean one() {
        return hits.size() == 1;
    }

    /** Whether there may be more than are shown. */
    public boolean many() {
        return hits.size() == Snapshot.HITS;
    }

    public PublicEntry entry() {
        return hits.getFirst();
    }

    public PublicText text() {
        return entry().text();
    }

    /** What it is: the form of the app or the account's platform, in words. */
    public String kindWords() {
        return t(text().formKey());
    }

    /** A day as a sentence says it. */
    public String day(LocalDate day) {
        return reader.english()
                ? Texts.date(day)
                : t("door.day", Integer.toString(day.getYear()), day.getMonthValue(), day.getDayOfMonth());
    }

    public LocalDate changedOn() {
        return LocalDate.ofInstant(entry().changed(), HERE);
    }

    public String href(PublicEntry entry) {
        return reader.href("/q/" + entry.token());
    }

    /** The released entry under exactly this name, if there is one. */
    public Optional<PublicEntry> successor(String name) {
        return successor.apply(name);
    }
}
