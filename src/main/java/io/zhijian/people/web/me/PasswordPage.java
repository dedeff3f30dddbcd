package io.zhijian.people.web.me;

import io.zhijian.people.web.Form;

/**
 * Choosing a new password.
 *
 * @param issued whether the present one was issued by the administrator and has to be replaced first
 */
public record PasswordPage(String login, boolean issued, Form form) {}
