package io.zhijian.registry.api;

import io.zhijian.registry.door.ClosingNotice;
import io.zhijian.registry.door.PublicEntry;
import io.zhijian.registry.door.PublicText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A released entry as machines read it. */
public record EntryView(
        String id,
        String url,
        String kind,
        String form,
        String name,
        List<String> aliases,
        String summary,
        String host,
        String icpNumber,
        String filingNumber,
        String stage,
        PublicText.@Nullable Norm usageNorm,
        String complaintEntry,
        String complaintZone,
        @Nullable ClosingNotice closingNotice,
        List<PublicText.Store> stores,
        List<PublicText.Item> items,
        LocalDate released,
        Instant changed) {

    static EntryView of(PublicEntry entry, String base) {
        PublicText text = entry.text();
        return new EntryView(
                entry.token(),
                base + "/q/" + entry.token(),
                text.kind(),
                text.form(),
                text.name(),
                text.aliases(),
                text.summary(),
                text.host(),
                text.icp(),
                text.gov(),
                entry.stageCode(),
                text.norm(),
                text.complaint(),
                text.zone(),
                entry.notice(),
                text.stores(),
                text.items(),
                entry.released(),
                entry.changed());
    }
}
