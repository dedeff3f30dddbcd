package io.zhijian.semantics.docx.pack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Character references of a well-formed part: the five by name and those by number. */
public final class References {

    private static final String SECTION = "<![CDATA[";
    private static final String SECTION_END = "]]>";
    private static final Pattern REFERENCE = Pattern.compile("&[^;]{1,10};");

    private References() {}

    /** What the reference from {@code &} to {@code ;} stands for. */
    public static String decoded(String reference) {
        String name = reference.substring(1, reference.length() - 1);
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> Character.toString(number(name));
        };
    }

    /** What to do with a character that is written from here to there. */
    public interface Visit {
        void at(char c, int from, int to);
    }

    /** The characters of a text between tags; those of a marked section all stand where it stands, and it is never cut. */
    public static void each(String content, int from, int to, Visit visit) {
        if (content.startsWith(SECTION, from)) {
            content.substring(from + SECTION.length(), to - SECTION_END.length())
                    .chars()
                    .forEach(c -> visit.at((char) c, from, to));
            return;
        }
        for (int at = from; at < to; ) {
            int next = content.charAt(at) == '&' ? content.indexOf(';', at) + 1 : at + 1;
            String written = content.substring(at, next);
            String shown = next == at + 1 ? written : decoded(written);
            for (int i = 0; i < shown.length(); i++) {
                visit.at(shown.charAt(i), at, next);
            }
            at = next;
        }
    }

    private static int number(String name) {
        return name.startsWith("#x") ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
    }

    /** A whole value, such as that of an attribute. */
    public static String decodedAll(String value) {
        return REFERENCE.matcher(value).replaceAll(found -> Matcher.quoteReplacement(decoded(found.group())));
    }
}
