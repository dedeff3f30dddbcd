package io.zhijian.registry;

import io.zhijian.people.Unit;
import io.zhijian.people.Units;
import io.zhijian.rules.office.OfficeNames;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the rulebook how the office is called that set a rule. */
@Component
class OfficeNamesOfUnits implements OfficeNames {

    private final Units units;

    OfficeNamesOfUnits(Units units) {
        this.units = units;
    }

    @Override
    public String name(UUID unit) {
        return units.find(unit).map(Unit::name).orElse("");
    }
}
