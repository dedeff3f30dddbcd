package io.zhijian;

import io.zhijian.base.Texts;
import io.zhijian.database.DatabaseAddress;
import io.zhijian.database.DatabaseAddress.Credential;
import io.zhijian.database.EmbeddedPostgres;
import io.zhijian.demo.crowd.Crowd;
import io.zhijian.ledger.LedgerCommand;
import io.zhijian.registry.SubjectLookup;
import io.zhijian.registry.account.AccountFacts;
import io.zhijian.registry.app.AppFacts;
import io.zhijian.registry.group.GroupFacts;
import io.zhijian.rules.RulesCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The verbs that need no server. Where one must read the database it does so with the owner's credential, as whoever may
 * read the data directory could anyway.
 */
final class Commands {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    private final List<String> words;
    private final RunOptions options;

    private Commands(List<String> words, RunOptions options) {
        this.words = words;
        this.options = options;
    }

    /** Returns the exit code: 0 well, 1 something is wrong, 2 not understood. */
    static int run(List<String> all) {
        // Chinese unless asked otherwise, whatever language the machine speaks
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        List<String> words = new ArrayList<>();
        List<String> options = new ArrayList<>();
        if (all.getFirst().equals("demo")) {
            options.add("--demo");
        }
        for (int i = 1; i < all.size(); i++) {
            boolean option = all.get(i).startsWith("--");
            (option ? options : words).add(all.get(i));
            if (option && !all.get(i).equals("--demo") && i + 1 < all.size()) {
                options.add(all.get(++i));
            }
        }
        try {
            if (TextCommands.VERBS.contains(all.getFirst())) {
                return TextCommands.run(all.getFirst(), all.subList(1, all.size()));
            }
            return new Commands(words, RunOptions.parse(options)).run(all.getFirst());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }

    private int run(String verb) {
        return switch (verb) {
            case "rules" -> rules();
            case "ledger" -> withDatabase(owner -> LedgerCommand.run(words, owner, System.out));
            case "demo" -> demo();
            default -> throw new IllegalArgumentException("不认识的命令 unknown verb: " + verb + "(./zhijian help)");
        };
    }

    private int rules() {
        Path home = Path.of(System.getProperty("zhijian.home", "."));
        RulesCommand.Subjects subjects = name -> withDatabase(owner -> SubjectLookup.find(owner, name));
        return RulesCommand.run(
                words,
                home,
                Map.of("app", AppFacts.class, "account", AccountFacts.class, "group", GroupFacts.class),
                subjects,
                System.out);
    }

    /** Makes the demo where nothing is yet, then fills it; whatever is not a demo stays as it is. */
    private int demo() {
        int subjects = options.subjects();
        if (subjects < 1 || subjects > Crowd.MOST) {
            throw new IllegalArgumentException(Texts.t("crowd.number", Crowd.MOST));
        }
        if (options.databaseUrl().isEmpty() && !Files.exists(options.data().resolve("postgres"))) {
            Zhijian.makeDemo(options);
        }
        Path home = Path.of(System.getProperty("zhijian.home", "."));
        return withDatabase(owner -> {
            if (!Crowd.isDemo(owner)) {
                System.err.println(Texts.t("crowd.not-a-demo", options.data()));
                return 1;
            }
            return Crowd.fill(subjects, home.resolve("demo"), LocalDate.now(OFFICE), owner, System.out);
        });
    }

    /** Uses a running embedded server, or starts one and stops it afterwards. */
    private <T> T withDatabase(Function<DataSource, T> use) {
        if (!options.databaseUrl().isEmpty()) {
            String password = Objects.requireNonNullElse(System.getenv("ZHIJIAN_OWNER_PASSWORD"), "");
            return use.apply(owner(new DatabaseAddress(
                    options.databaseUrl(), new Credential(EmbeddedPostgres.OWNER, password), new Credential("", ""))));
        }
        boolean ranBefore = EmbeddedPostgres.isRunning(options.data());
        try {
            return use.apply(owner(EmbeddedPostgres.start(options.data(), "zhijian")));
        } finally {
            if (!ranBefore) {
                EmbeddedPostgres.stop(options.data());
            }
        }
    }

    private static DataSource owner(DatabaseAddress address) {
        return new DriverManagerDataSource(
                address.url(), address.owner().user(), address.owner().password());
    }
}
