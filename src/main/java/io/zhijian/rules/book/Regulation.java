package io.zhijian.rules.book;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A document that binds, as dated data: what each article asks in our own words (要点, 非原文), never its text.
 *
 * @param shortTitle what lists call it
 * @param inForceFrom first day on which its rules may judge
 */
public record Regulation(
        String id,
        Bilingual title,
        Bilingual shortTitle,
        LocalDate published,
        LocalDate inForceFrom,
        Verified verified,
        String hash,
        List<Article> articles) {

    /**
     * One article.
     *
     * @param gist its main points; empty where we do not paraphrase at all and the reader is sent to the document
     * @param modalities how it speaks, in order of appearance
     * @param points the atomic obligations it holds, such as A8.1
     */
    public record Article(
            int number,
            Bilingual title,
            List<Bilingual> gist,
            List<Modality> modalities,
            List<String> points,
            Verified verified) {}

    public Optional<Article> article(int number) {
        return articles.stream().filter(article -> article.number() == number).findFirst();
    }

    static Regulation from(Node node, String hash) {
        node.only("id", "title", "short", "published", "inForceFrom", "verified", "articles");
        Verified verified = node.at("verified").choice(Verified.class);
        return new Regulation(
                node.text("id"),
                Bilingual.from(node.at("title")),
                Bilingual.from(node.at("short")),
                node.date("published"),
                node.date("inForceFrom"),
                verified,
                hash,
                node.list("articles").stream()
                        .map(each -> article(each, verified))
                        .toList());
    }

    private static Article article(Node node, Verified verified) {
        node.only("number", "title", "gist", "modality", "points", "verified");
        return new Article(
                node.number("number"),
                Bilingual.from(node.at("title")),
                node.list("gist").stream().map(Bilingual::from).toList(),
                node.list("modality").stream()
                        .map(each -> each.choice(Modality.class))
                        .toList(),
                node.texts("points"),
                node.find("verified").map(each -> each.choice(Verified.class)).orElse(verified));
    }

    /** How strongly a clause speaks; a rule keeps its clause's own modality, never a stronger one. */
    public enum Modality {
        /** 不得、不应: forbidden. */
        MUST_NOT("must-not"),
        /** 应、要: required. */
        SHALL("shall"),
        /** 原则上: required or forbidden unless there is a stated reason. */
        IN_PRINCIPLE("in-principle"),
        /** 鼓励: welcomed, never owed. */
        ENCOURAGED("encouraged");

        private final String code;

        Modality(String code) {
            this.code = code;
        }

        /** The word used in the files. */
        public String code() {
            return code;
        }

        /** Key of its name in the message files. */
        public String textKey() {
            return "rules.modality." + code;
        }
    }
}
