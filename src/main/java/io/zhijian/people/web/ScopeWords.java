package io.zhijian.people.web;

import io.zhijian.base.Scope;
import io.zhijian.base.Texts;
import io.zhijian.people.Regions;
import io.zhijian.people.Unit;
import io.zhijian.people.Units;
import org.springframework.stereotype.Component;

/** Says in words how far a role reaches. */
@Component
public class ScopeWords {

    private final Units units;

    ScopeWords(Units units) {
        this.units = units;
    }

    public String of(Scope scope) {
        return switch (scope.axis()) {
            case UNIT -> unit(scope.value());
            case REGION -> region(scope.value());
            case LINE -> Texts.t("people.scope.line", scope.value());
        };
    }

    private String unit(String path) {
        return path.equals("/")
                ? Texts.t("people.scope.everything")
                : Texts.t("people.scope.unit", units.at(path).map(Unit::name).orElse(path));
    }

    private static String region(String code) {
        return Regions.divisionOf(code)
                .map(division -> Texts.t("people.scope.region", division.name(), code))
                .orElseGet(() -> Texts.t("people.scope.country"));
    }
}
