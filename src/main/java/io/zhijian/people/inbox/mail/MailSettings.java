package io.zhijian.people.inbox.mail;

import java.net.URI;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail leaves. Off without a host. Set in {@code <data>/mail.properties} (mode 0600) as {@code zhijian.mail.host=…}
 * and so on, or in the environment as {@code ZHIJIAN_MAIL_HOST} and so on, which wins.
 *
 * @param user empty where the server asks for none
 * @param security how the way to the server is protected; without protection no password is sent
 * @param from the sender's address
 * @param baseUrl what links begin with: the address under which people reach this installation
 * @param at when the digest of a working day is made and sent, in Asia/Shanghai
 */
@ConfigurationProperties("zhijian.mail")
public record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("STARTTLS") Security security,
        @DefaultValue("") String from,
        @DefaultValue("") String baseUrl,
        @DefaultValue("09:00") LocalTime at) {

    /** Nothing is sent before it. */
    public static final LocalTime EARLIEST = LocalTime.of(8, 0);

    /** Nothing is sent from it on. */
    public static final LocalTime LATEST = LocalTime.of(18, 0);

    /** How the way to the mail server is protected. */
    public enum Security {
        STARTTLS,
        TLS,
        NONE
    }

    public MailSettings {
        baseUrl = baseUrl.replaceFirst("/+$", "");
        if (at.isBefore(EARLIEST) || !at.isBefore(LATEST)) {
            throw new IllegalArgumentException(
                    "每日摘要的时间须在 08:00 至 18:00 之间 zhijian.mail.at must lie within 08:00–18:00: " + at);
        }
        if (!host.isBlank()) {
            require(MailAddress.sound(from), "zhijian.mail.from", from);
            require(web(baseUrl), "zhijian.mail.base-url", baseUrl);
            require(user.isEmpty() || security != Security.NONE, "zhijian.mail.security", "NONE");
        }
    }

    public boolean on() {
        return !host.isBlank();
    }

    /** Without the password, wherever it may be printed. */
    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + port + " " + security + " at " + at + "]";
    }

    private static void require(boolean sound, String key, String value) {
        if (!sound) {
            throw new IllegalArgumentException("邮件设置有误 this mail setting will not do: " + key + "=" + value);
        }
    }

    private static boolean web(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?");
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
