package io.zhijian.registry.exchange.row;

import io.zhijian.registry.account.AccountEntry;
import io.zhijian.registry.app.AppEntry;
import io.zhijian.registry.entry.Entry;
import io.zhijian.registry.exchange.match.Vocabulary;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * By what a subject is known again within its host: its official number where it has one of its own, else its name and
 * form.
 *
 * @param number empty where there is none that is its own
 * @param form name of the constant; empty where it is not known
 */
public record Identity(UUID host, String number, String name, String form) {

    private static final String UNKNOWN = "UNKNOWN";

    public Identity {
        form = form.equals(UNKNOWN) ? "" : form;
        name = Vocabulary.plain(name);
        number = Vocabulary.plain(number);
    }

    public static @Nullable Identity of(Entry entry) {
        UUID host = entry.host();
        if (host == null || entry.name().isEmpty()) {
            return null;
        }
        String form = entry.form() == null ? "" : entry.form().name();
        return new Identity(host, number(entry), entry.name(), form);
    }

    /** An ICP number without a suffix is the host's and may be shared by all its apps. */
    private static String number(Entry entry) {
        return switch (entry) {
            case AppEntry app -> number(app.gov().number(), app.icp().number());
            case AccountEntry account -> account.accountId();
            default -> "";
        };
    }

    /** @param icp as it was given */
    public static String number(String gov, String icp) {
        return gov.isEmpty() ? icp.matches(".*-\\d+[A-Za-z]?") ? icp : "" : gov;
    }

    /** Of two that are called alike: whether nothing says that they are different ones. */
    boolean fits(Identity other) {
        return (form.isEmpty() || other.form.isEmpty() || form.equals(other.form))
                && (number.isEmpty() || other.number.isEmpty() || number.equals(other.number));
    }
}
