package io.zhijian.people;

import io.zhijian.base.Refusal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is written down about a person's account; see {@link Staff} for the fields. */
public record StaffFacts(
        String name, String login, @Nullable String phone) {

    /** Longest name of a person, in characters. */
    public static final int NAME_LENGTH = 50;

    private static final Pattern LOGIN = Pattern.compile("[a-z][a-z0-9._-]{2,31}");

    public StaffFacts {
        name = Words.tidy(name);
        login = Words.tidy(login).toLowerCase(Locale.ROOT);
        phone = Words.tidyOrNull(phone);
    }

    /** Everything that is wrong, by the name of the field, in the order of the form. */
    public Map<String, Refusal> problems() {
        Map<String, Refusal> problems = new LinkedHashMap<>();
        Words.problem(name, 2, NAME_LENGTH).ifPresent(refusal -> problems.put("name", refusal));
        if (!LOGIN.matcher(login).matches()) {
            problems.put("login", Refusal.invalid("people.login-form"));
        }
        if (phone != null) {
            Words.phoneProblem(phone).ifPresent(refusal -> problems.put("phone", refusal));
        }
        return problems;
    }
}
