package io.zhijian.registry.exchange.stage;

import java.util.Locale;

/** Where an import stands. */
public enum ImportState {
    /** Its columns wait for a look. */
    MATCHING,
    READING,
    /** Looked through; nothing is entered yet. */
    CHECKED,
    WRITING,
    DONE,
    UNDONE,
    CANCELLED,
    /** The server went down while it ran; it has left nothing. */
    INTERRUPTED,
    /** Stopped by a refusal, which is told. */
    REFUSED;

    public boolean running() {
        return this == READING || this == WRITING;
    }

    public String textKey() {
        return "exchange.state." + name().toLowerCase(Locale.ROOT);
    }
}
