package io.zhijian.rules.office;

import java.util.UUID;

/** Slot: the module that knows units tells how an office is called. */
@FunctionalInterface
public interface OfficeNames {

    String name(UUID unit);
}
