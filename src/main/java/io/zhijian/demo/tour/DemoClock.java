package io.zhijian.demo.tour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The demo's clock: it can be set forward, never back, and keeps its lead across restarts in a file beside the demo's
 * database, since the database itself is opened by it.
 */
final class DemoClock extends Clock {

    private final Clock real;
    private final Path file;
    private volatile Duration lead;

    DemoClock(Path file) {
        this.real = Clock.tick(Clock.system(ZoneOffset.UTC), Duration.ofNanos(1_000));
        this.file = file;
        this.lead = read(file);
    }

    synchronized void forward(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("the demo's clock goes forward only");
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, lead.plus(by).toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the demo's clock in " + file, e);
        }
        lead = lead.plus(by);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(lead);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    /** In another zone it still follows this one. */
    @Override
    public Clock withZone(ZoneId zone) {
        DemoClock here = this;
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return here.withZone(other);
            }

            @Override
            public Instant instant() {
                return here.instant();
            }
        };
    }

    private static Duration read(Path file) {
        try {
            return Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the demo's clock in " + file, e);
        }
    }
}
