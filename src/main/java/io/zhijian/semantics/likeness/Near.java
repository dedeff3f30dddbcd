package io.zhijian.semantics.likeness;

/** An app near to a proposal: the chance that both do the same work, 0 to 1, and whether that makes an overlap likely. */
public final class Near {

    private final Known known;
    private final double chance;
    private final boolean likely;

    Near(Known known, double chance, boolean likely) {
        this.known = known;
        this.chance = chance;
        this.likely = likely;
    }

    public Profile app() {
        return known.profile();
    }

    public double chance() {
        return chance;
    }

    public boolean likely() {
        return likely;
    }

    Known known() {
        return known;
    }
}
