package io.zhijian.people.setup;

import io.zhijian.base.Role;
import io.zhijian.people.UnitLevel;
import io.zhijian.people.web.Form;
import java.util.List;

/** The page that is opened once: first unit and three administrators. */
public record SetupPage(String token, Form form) {

    public List<Role> three() {
        return FirstAdministrators.THREE;
    }

    public List<UnitLevel> levels() {
        return List.of(UnitLevel.values());
    }
}
