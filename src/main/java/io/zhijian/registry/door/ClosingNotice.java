package io.zhijian.registry.door;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A host's word beforehand that something closes (K23 article 7).
 *
 * @param offline the day it goes offline, where it is fixed
 * @param movedTo the name of what takes the service over, or empty
 */
public record ClosingNotice(LocalDate published, @Nullable LocalDate offline, String words, String movedTo) {}
