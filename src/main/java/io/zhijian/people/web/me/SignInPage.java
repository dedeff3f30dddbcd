package io.zhijian.people.web.me;

/**
 * The sign-in page.
 *
 * @param next where the person wanted to go
 * @param refused whether the last try failed; the page does not say why
 * @param empty whether nobody exists yet, so that there is nothing to sign in to
 */
public record SignInPage(String next, String login, boolean refused, boolean empty) {}
