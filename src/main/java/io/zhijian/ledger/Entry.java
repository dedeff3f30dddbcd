package io.zhijian.ledger;

import io.zhijian.base.Actor;
import io.zhijian.base.Jurisdiction;
import io.zhijian.base.SubjectRef;
import io.zhijian.ledger.merkle.Hashing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What the chain holds of one decision: ids and codes only; names and reasons lie in the {@link Payload}. */
record Entry(
        UUID id,
        Instant at,
        Actor.Kind actorKind,
        UUID actor,
        String action,
        SubjectRef subject,
        Jurisdiction where,
        String origin,
        byte[] commitment) {

    private static final byte FORMAT = 1;

    /** The canonical bytes: format, profile, then each field with its length, in the order of the components. */
    byte[] body() {
        return new Canonical.Writer()
                .raw(FORMAT, Hashing.PROFILE)
                .uuid(id)
                .number(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                .text(actorKind.name())
                .uuid(actor)
                .text(action)
                .text(subject.kind())
                .uuid(subject.id())
                .uuid(where.unit())
                .text(where.path())
                .text(where.region())
                .text(where.line())
                .text(origin)
                .bytes(commitment)
                .done();
    }

    /** Reads canonical bytes back; refuses anything but exactly them. */
    static Entry parse(byte[] body) {
        Canonical.Reader in = new Canonical.Reader(body);
        byte format = in.raw();
        byte profile = in.raw();
        if (format != FORMAT || profile != Hashing.PROFILE) {
            throw new IllegalArgumentException("format " + format + ", profile " + profile + " are not known here");
        }
        Entry entry = new Entry(
                in.uuid(),
                Instant.EPOCH.plus(in.number(), ChronoUnit.MICROS),
                Actor.Kind.valueOf(in.text()),
                in.uuid(),
                in.text(),
                new SubjectRef(in.text(), in.uuid()),
                new Jurisdiction(in.uuid(), in.text(), in.text(), in.maybeText()),
                in.text(),
                in.bytes());
        in.end();
        return entry;
    }
}
