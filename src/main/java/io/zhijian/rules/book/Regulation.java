package io.zhijian.rules.book;

import io.zhijian.base.Scope;
import io.zhijian.base.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document that binds, as dated data: what each article asks in our own words (要点, 非原文), never its text.
 *
 * @param shortTitle what lists call it
 * @param inForceFrom first day on which its rules may judge
 * @param datesVerified how sure the two dates are
 * @param about kinds of subject it speaks of; empty: any
 * @param region 12-digit code of the region it binds; null: the whole country
 */
public record Regulation(
        String id,
        Bilingual title,
        Bilingual shortTitle,
        LocalDate published,
        LocalDate inForceFrom,
        Verified datesVerified,
        List<String> about,
        @Nullable String region,
        Verified verified,
        String hash,
        List<Article> articles) {

    /** Numbers from here on are our own handles for topics whose article is not known; no document has so many. */
    static final int FIRST_TOPIC = 101;

    /**
     * One article, or one topic where the article's number is not known.
     *
     * @param number the article's own number, or our handle from {@link #FIRST_TOPIC} on
     * @param place with a topic, what is known of where it stands; null with an article
     * @param gist its main points; empty where we do not paraphrase at all and the reader is sent to the document
     * @param modalities how it speaks, in order of appearance
     * @param points the atomic obligations it holds, such as A8.1
     */
    public record Article(
            int number,
            @Nullable Bilingual place,
            Bilingual title,
            List<Bilingual> gist,
            List<Modality> modalities,
            List<String> points,
            Verified verified) {

        /** How it is cited, in the reader's language: its number, or what is known of its place. */
        public String cite() {
            return place == null ? Texts.t("rules.article", number) : place.words();
        }
    }

    public Optional<Article> article(int number) {
        return articles.stream().filter(article -> article.number() == number).findFirst();
    }

    /** Whether it binds there; null asks for the whole country. */
    public boolean binds(@Nullable String where) {
        return region == null || where != null && where.startsWith(Scope.regionStem(region));
    }

    static Regulation from(Node node, String hash) {
        node.only(
                "id",
                "title",
                "short",
                "published",
                "inForceFrom",
                "datesVerified",
                "about",
                "region",
                "verified",
                "articles");
        Verified verified = node.at("verified").choice(Verified.class);
        Regulation regulation = new Regulation(
                node.text("id"),
                Bilingual.from(node.at("title")),
                Bilingual.from(node.at("short")),
                node.date("published"),
                node.date("inForceFrom"),
                node.find("datesVerified")
                        .map(each -> each.choice(Verified.class))
                        .orElse(verified),
                node.find("about").isPresent() ? node.texts("about") : List.of(),
                node.find("region").map(Node::text).orElse(null),
                verified,
                hash,
                node.list("articles").stream()
                        .map(each -> article(each, verified))
                        .toList());
        if (regulation.articles.stream().map(Article::number).distinct().count() < regulation.articles.size()) {
            throw node.bad("articles: a number stands twice");
        }
        return regulation;
    }

    private static Article article(Node node, Verified verified) {
        node.only("number", "topic", "place", "title", "gist", "modality", "points", "verified");
        boolean topic = node.find("topic").isPresent();
        int number = node.number(topic ? "topic" : "number");
        if (!topic && node.find("place").isPresent()) {
            throw node.bad("unknown key 'place'");
        }
        if (topic == number < FIRST_TOPIC || topic == node.find("number").isPresent()) {
            throw node.bad("either the article's 'number', or a 'topic' from " + FIRST_TOPIC + " on");
        }
        return new Article(
                number,
                topic ? Bilingual.from(node.at("place")) : null,
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
