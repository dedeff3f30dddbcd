package io.zhijian.people.inbox.mail;

import io.zhijian.database.Job;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/** Looks every few minutes: what could not be sent at once is tried again the same day. */
@Component
class DigestJob implements Job {

    private final Digests digests;
    private final MailSettings settings;

    DigestJob(Digests digests, MailSettings settings) {
        this.digests = digests;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "people.digest";
    }

    @Override
    public LocalTime at() {
        return settings.at();
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        digests.run();
    }
}
