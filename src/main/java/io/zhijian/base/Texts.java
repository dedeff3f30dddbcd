package io.zhijian.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * The product's words in the reader's language: {@code messages/<module>_zh_CN.properties} and {@code _en}; Chinese is
 * the default. A key absent from both is shown as itself, and a test fails on it.
 */
public final class Texts {

    /** Every module with a message file. */
    public static final List<String> BUNDLES = List.of(
            "base",
            "ledger",
            "people",
            "files",
            "rules",
            "semantics",
            "precheck",
            "docx",
            "registry",
            "nearest",
            "account",
            "group",
            "export",
            "quota",
            "inbox",
            "search",
            "supervision",
            "tour",
            "door",
            "crowd",
            "exchange");

    private static final ZoneId OUTSIDE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final Map<String, String> CHINESE = load("zh_CN");
    private static final Map<String, String> ENGLISH = load("en");

    private Texts() {}

    /** The words for a key; {@code {0}} and so on are filled in, single quotes are literal. */
    public static String t(String key, Object... details) {
        String pattern = (english() ? ENGLISH : CHINESE).getOrDefault(key, key);
        return details.length == 0 ? pattern : new MessageFormat(pattern.replace("'", "''"), locale()).format(details);
    }

    public static boolean has(String key) {
        return CHINESE.containsKey(key);
    }

    /** Chooses between two texts that data files carry in both languages. */
    public static String pick(String chinese, String english) {
        return english() ? english : chinese;
    }

    public static boolean english() {
        return Locale.ENGLISH.getLanguage().equals(locale().getLanguage());
    }

    /** A moment as 2026-11-23 09:30 in Asia/Shanghai. */
    public static String time(Instant at) {
        return TIME.format(at.atZone(OUTSIDE));
    }

    /** A day as 2026-11-23. */
    public static String date(LocalDate day) {
        return DATE.format(day);
    }

    public static String date(Instant at) {
        return DATE.format(at.atZone(OUTSIDE));
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    private static Map<String, String> load(String language) {
        Map<String, String> texts = new HashMap<>();
        for (String bundle : BUNDLES) {
            String name = "/messages/" + bundle + "_" + language + ".properties";
            try (InputStream in = Texts.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException("missing " + name);
                }
                Properties properties = new Properties();
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                properties.forEach((key, value) -> texts.put((String) key, (String) value));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Map.copyOf(texts);
    }
}
