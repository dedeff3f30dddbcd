package io.zhijian.demo;

import io.zhijian.database.Secrets;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The demo people's random passwords, kept like other secrets of the installation, so that a restart prints the same. */
@Component
public class DemoSignIns {

    /** Without signs that look alike, since they are copied from a terminal. */
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 14;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Secrets secrets;

    DemoSignIns(Secrets secrets) {
        this.secrets = secrets;
    }

    /** The password of one of the demo's people, made at random when first asked for. */
    public String password(String login) {
        return secrets.get("demo-" + login, issue());
    }

    String table(List<ExampleProvince.StaffRow> people) {
        StringBuilder table = new StringBuilder("演示账号（虚构） Demo sign-ins (fictitious):\n");
        for (ExampleProvince.StaffRow person : people) {
            String roles =
                    person.roles().stream().map(role -> role.split("@")[0]).collect(Collectors.joining(","));
            table.append(
                    "  %-14s %s  %-14s %s%n".formatted(person.login(), password(person.login()), roles, person.name()));
        }
        return table.toString();
    }

    private static String issue() {
        return RANDOM.ints(LENGTH, 0, READABLE.length())
                .mapToObj(READABLE::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
