package io.zhijian.ledger.search;

import java.time.LocalDate;

/**
 * What an auditor looks for; an empty text asks for nothing.
 *
 * @param from first day, as days are counted in Asia/Shanghai
 * @param to last day
 * @param actor part of the name of who acted
 * @param action key of what was done
 * @param subject part of the subject's name, or its whole id
 * @param reason part of the reason
 */
public record LedgerFilter(LocalDate from, LocalDate to, String actor, String action, String subject, String reason) {}
