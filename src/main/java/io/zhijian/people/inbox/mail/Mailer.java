package io.zhijian.people.inbox.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands letters to the mail server, and says in one word why it could not. */
@Component
class Mailer {

    private static final Logger log = LoggerFactory.getLogger(Mailer.class);
    private static final String TIMEOUT = "15000";

    private final MailSettings settings;
    private final Clock clock;

    Mailer(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** What went wrong, as the end of a text key, or nothing if the server took the letter. */
    Optional<String> send(Letter letter) {
        if (!settings.on()) {
            return Optional.of("off");
        }
        try {
            Session session = Session.getInstance(properties());
            MimeMessage message = message(session, letter);
            try (Transport transport = session.getTransport(protocol())) {
                transport.connect(
                        settings.host(), settings.port(), orNull(settings.user()), orNull(settings.password()));
                transport.sendMessage(message, message.getAllRecipients());
            }
            return Optional.empty();
        } catch (MessagingException e) {
            // neither the address nor what the server says of it belongs into a log
            log.warn("A mail could not be sent: {}", e.getClass().getSimpleName());
            return Optional.of(fault(e));
        }
    }

    private MimeMessage message(Session session, Letter letter) throws MessagingException {
        Named message = new Named(session, "<" + letter.name() + "@" + domain() + ">");
        MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(new InternetAddress(settings.from(), true));
        helper.setTo(new InternetAddress(letter.to(), true));
        helper.setSubject(letter.subject());
        helper.setText(letter.text(), letter.html());
        helper.setSentDate(Date.from(clock.instant()));
        // so that no machine answers with an absence note
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private String domain() {
        return settings.from().substring(settings.from().indexOf('@') + 1);
    }

    private String protocol() {
        return settings.security() == MailSettings.Security.TLS ? "smtps" : "smtp";
    }

    private Properties properties() {
        Properties properties = new Properties();
        String prefix = "mail." + protocol() + ".";
        properties.put(prefix + "auth", Boolean.toString(!settings.user().isEmpty()));
        properties.put(prefix + "connectiontimeout", TIMEOUT);
        properties.put(prefix + "timeout", TIMEOUT);
        properties.put(prefix + "writetimeout", TIMEOUT);
        properties.put(prefix + "ssl.checkserveridentity", "true");
        if (settings.security() == MailSettings.Security.STARTTLS) {
            properties.put(prefix + "starttls.enable", "true");
            properties.put(prefix + "starttls.required", "true");
        }
        return properties;
    }

    private static String fault(MessagingException e) {
        if (e instanceof AuthenticationFailedException) {
            return "auth";
        }
        if (e instanceof SendFailedException) {
            return "address";
        }
        if (e.getNextException() instanceof SSLException
                || String.valueOf(e.getMessage()).contains("STARTTLS")) {
            return "tls";
        }
        return e.getNextException() instanceof IOException ? "connect" : "other";
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Keeps the name it was given; a mail otherwise makes up its own. */
    private static final class Named extends MimeMessage {

        private final String id;

        Named(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
