package io.zhijian.people.web;

import io.zhijian.people.Staff;
import java.util.List;

/** Accounts that still wait for their first role. */
public record StaffListPage(List<Staff> staff) {}
