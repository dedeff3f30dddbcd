package io.zhijian.registry;

import io.zhijian.registry.account.AccountEntry;
import io.zhijian.registry.account.AccountFacts;
import io.zhijian.registry.account.AccountMove;
import io.zhijian.registry.account.AccountPlatform;
import io.zhijian.registry.account.AccountShape;
import io.zhijian.registry.app.AppFacts;
import io.zhijian.registry.app.AppForm;
import io.zhijian.registry.app.AppMove;
import io.zhijian.registry.app.AppShape;
import io.zhijian.registry.entry.Entry;
import io.zhijian.registry.entry.Facts;
import io.zhijian.registry.entry.Form;
import io.zhijian.registry.entry.Shape;
import io.zhijian.registry.group.GroupEntry;
import io.zhijian.registry.group.GroupFacts;
import io.zhijian.registry.group.GroupMove;
import io.zhijian.registry.group.GroupPlatform;
import io.zhijian.registry.group.GroupShape;
import io.zhijian.registry.life.Move;
import io.zhijian.registry.life.Stage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The three kinds of subject that are governed, and what each is made of. */
public enum SubjectKind {
    /** 应用程序 */
    APP("apps", "registry", AppFacts.class, List.of(AppMove.values()), Stage.PLANNED),
    /** 公众账号 */
    ACCOUNT("accounts", "account", AccountFacts.class, List.of(AccountMove.values()), Stage.PLANNED),
    /** 工作群组 */
    GROUP("groups", "group", GroupFacts.class, List.of(GroupMove.values()), Stage.ONLINE);

    private final String path;
    private final String texts;
    private final Class<? extends Record> facts;
    private final List<Move> moves;
    private final Stage first;

    <F extends Record & Facts> SubjectKind(
            String path, String texts, Class<F> facts, List<? extends Move> moves, Stage first) {
        this.path = path;
        this.texts = texts;
        this.facts = facts;
        this.moves = List.copyOf(moves);
        this.first = first;
    }

    public static SubjectKind of(Entry entry) {
        return switch (entry) {
            case AccountEntry account -> ACCOUNT;
            case GroupEntry group -> GROUP;
            default -> APP;
        };
    }

    /** The kind that an address or a {@link io.zhijian.base.SubjectRef} names. */
    public static Optional<SubjectKind> named(String codeOrPath) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(codeOrPath) || kind.path.equals(codeOrPath))
                .findFirst();
    }

    /** As references, rules and the ledger know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As it stands in addresses. */
    public String path() {
        return path;
    }

    /** Its name. */
    public String textKey() {
        return "registry.kind." + code();
    }

    /** One of its own texts. */
    public String textKey(String key) {
        return texts + "." + key;
    }

    /** What it calls a stage. */
    public String textKey(Stage stage) {
        return texts + ".stage." + stage.code();
    }

    public Shape shape() {
        return switch (this) {
            case APP -> AppShape.SHAPE;
            case ACCOUNT -> AccountShape.SHAPE;
            case GROUP -> GroupShape.SHAPE;
        };
    }

    /** The record of what rules may ask. */
    public Class<? extends Record> facts() {
        return facts;
    }

    public List<Move> moves() {
        return moves;
    }

    public List<Move> moves(Stage from) {
        return moves.stream().filter(move -> move.from().contains(from)).toList();
    }

    public Optional<Move> move(String name) {
        return moves.stream().filter(move -> move.name().equals(name)).findFirst();
    }

    /** Where its life begins. */
    public Stage first() {
        return first;
    }

    /** The stages of its life, in order. */
    public List<Stage> stages() {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage == first || moves.stream().anyMatch(move -> move.to() == stage))
                .toList();
    }

    /** App forms or platforms. */
    public List<Form> forms() {
        return switch (this) {
            case APP -> List.of(AppForm.values());
            case ACCOUNT -> List.of(AccountPlatform.values());
            case GROUP -> List.of(GroupPlatform.values());
        };
    }

    public Optional<Form> form(String name) {
        return forms().stream().filter(form -> form.name().equals(name)).findFirst();
    }
}
