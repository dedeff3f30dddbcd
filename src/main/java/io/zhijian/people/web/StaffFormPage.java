package io.zhijian.people.web;

import io.zhijian.people.Staff;
import io.zhijian.people.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Opening or changing an account.
 *
 * @param staff the one that is changed; absent for a new one
 */
public record StaffFormPage(@Nullable Staff staff, Unit unit, Form form) {

    public String action() {
        return staff != null ? "/staff/" + staff.id() : "/units/" + unit.id() + "/staff";
    }

    public String title() {
        return staff != null ? "people.staff.edit" : "people.staff.add";
    }

    public String back() {
        return staff != null ? "/staff/" + staff.id() : "/units/" + unit.id();
    }
}
