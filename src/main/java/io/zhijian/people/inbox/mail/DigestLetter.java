package io.zhijian.people.inbox.mail;

import static io.zhijian.base.Texts.t;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.zhijian.people.inbox.Received;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes a digest down: how much there is of what, about which subject, and where to read on; never more than that. */
@Component
class DigestLetter {

    /** More than so many are only counted. */
    private static final int MOST = 30;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final MailSettings settings;

    DigestLetter(MailSettings settings) {
        this.settings = settings;
    }

    Letter write(String to, Digest digest, List<Received> messages) {
        return inChinese(() -> {
            List<DigestPage.Line> lines = messages.stream()
                    .limit(MOST)
                    .map(message -> new DigestPage.Line(
                            oneLine(message.title()), message.unitName(), link("/inbox/" + message.id())))
                    .toList();
            DigestPage page = new DigestPage(
                    oneLine(digest.name()),
                    day(digest.day()),
                    messages.size(),
                    lines,
                    link("/inbox"),
                    link("/account/mail"));
            StringOutput html = new StringOutput();
            engine.render("inbox/digest.jte", page, html);
            String subject = t("inbox.digest.subject", messages.size(), page.day());
            return new Letter(to, subject, text(page), html.toString(), "digest." + digest.id());
        });
    }

    /** A letter of a few words and nothing else. */
    Letter note(String to, String subject, String words, String name) {
        String html = "<p>" + org.springframework.web.util.HtmlUtils.htmlEscape(words) + "</p>";
        return new Letter(to, subject, words + "\n", html, name);
    }

    private static String text(DigestPage page) {
        String lines = page.lines().stream()
                .map(line -> "· " + line.title() + "（" + line.unit() + "）\n  " + line.href() + "\n")
                .collect(Collectors.joining());
        String rest = page.rest() > 0 ? t("inbox.digest.rest", page.rest()) + "\n" : "";
        return t("inbox.digest.hello", page.name()) + "\n\n" + t("inbox.digest.lead", page.count()) + "\n\n" + lines
                + rest + "\n" + t("inbox.digest.all") + "\n" + page.inbox() + "\n\n" + t("inbox.digest.why") + "\n"
                + page.off() + "\n";
    }

    private String link(String path) {
        return settings.baseUrl() + path;
    }

    /** A name that brings its own line breaks cannot pretend to be another line of ours. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}|\\p{Zl}|\\p{Zp}", " ");
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    static <T> T inChinese(java.util.function.Supplier<T> work) {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        try {
            return work.get();
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }
}
