package io.zhijian.people.web;

import io.zhijian.people.Staff;
import io.zhijian.people.Unit;
import java.util.List;

/**
 * One unit.
 *
 * @param above from the top of the tree to the unit right above
 * @param staff the accounts the reader may see
 * @param mayKeep whether the reader keeps this part of the tree
 * @param seesStaff whether the reader is one of those who see accounts
 */
public record UnitPage(
        Unit unit,
        String regionName,
        List<Unit> above,
        List<Unit> children,
        List<Staff> staff,
        boolean mayKeep,
        boolean seesStaff) {}
