package io.zhijian.rules.sweep;

import io.zhijian.rules.office.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Judges again as soon as an office has set a rule that counts from today; one of a later day waits for its night. */
@Component
class SweepAfterSetting {

    private static final Logger log = LoggerFactory.getLogger(SweepAfterSetting.class);

    private final Sweep sweep;
    private final Settings settings;
    private final boolean enabled;

    SweepAfterSetting(Sweep sweep, Settings settings, @Value("${zhijian.jobs:true}") boolean enabled) {
        this.sweep = sweep;
        this.settings = settings;
        this.enabled = enabled;
    }

    @TransactionalEventListener
    public void whenSet(Settings.RuleSet set) {
        if (enabled && !set.from().isAfter(settings.today())) {
            Thread.ofVirtual().name("rules-sweep-after-setting").start(this::sweep);
        }
    }

    private void sweep() {
        try {
            sweep.run();
        } catch (RuntimeException e) {
            log.error("The sweep after a setting failed; it will be tried again at night", e);
        }
    }
}
