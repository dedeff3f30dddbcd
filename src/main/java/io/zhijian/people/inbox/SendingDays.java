package io.zhijian.people.inbox;

import java.time.LocalDate;

/** Slot: a module above knows the working days, on which alone a digest is sent; without it Monday to Friday are. */
public interface SendingDays {

    boolean isSendingDay(LocalDate day);
}
