package io.zhijian.rules;

import io.zhijian.base.Jurisdiction;
import io.zhijian.base.SubjectRef;

/** A subject as it is judged: what it is, whose it is, how it is called, and what is known of it. */
public record Judged(SubjectRef subject, Jurisdiction where, String name, Record facts) {}
