package io.zhijian.rules.web;

import io.zhijian.rules.book.Regulation;

/** One article: what it asks in our own words, and which rules check it. */
public record ArticlePage(Regulation regulation, RulebookPage.ArticleLine line) {}
