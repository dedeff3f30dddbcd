package io.zhijian.semantics.docx.pack;

/** Character references of a well-formed part: the five by name and those by number. */
public final class References {

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

    private static int number(String name) {
        return name.startsWith("#x") ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
    }

    public static String decodedAll(String value) {
        return value.indexOf('&') < 0
                ? value
                : java.util.regex.Pattern.compile("&[^;]{1,10};")
                        .matcher(value)
                        .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(decoded(found.group())));
    }
}
