package io.zhijian.semantics.docx.pack;

import java.util.Optional;

/**
 * Where each tag and each text of a well-formed part stands, to the character, so that it can be changed there and nowhere
 * else. {@link Xml} has seen the part before: no document type, everything closed.
 */
public final class Tags {

    /** What stands between {@link #from} and {@link #to}. */
    public enum Kind {
        START,
        END,
        /** Start and end in one. */
        EMPTY,
        TEXT,
        /** A comment, a declaration. */
        OTHER
    }

    private final String content;
    private int from;
    private int to;
    private Kind kind = Kind.OTHER;
    private String name = "";

    public Tags(String content) {
        this.content = content;
    }

    public boolean next() {
        from = to;
        if (from >= content.length()) {
            return false;
        }
        name = "";
        if (content.charAt(from) != '<') {
            end(Kind.TEXT, content.indexOf('<', from), 0);
        } else if (content.startsWith("<!--", from)) {
            end(Kind.OTHER, content.indexOf("-->", from), 3);
        } else if (content.startsWith("<![CDATA[", from)) {
            end(Kind.TEXT, content.indexOf("]]>", from), 3);
        } else if (content.startsWith("<?", from)) {
            end(Kind.OTHER, content.indexOf("?>", from), 2);
        } else {
            tag();
        }
        return true;
    }

    private void end(Kind what, int at, int more) {
        kind = what;
        to = at < 0 ? content.length() : at + more;
    }

    private void tag() {
        char quote = 0;
        int at = from + 1;
        while (quote != 0 || content.charAt(at) != '>') {
            char c = content.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            }
            at++;
        }
        to = at + 1;
        boolean end = content.charAt(from + 1) == '/';
        kind = end ? Kind.END : content.charAt(at - 1) == '/' ? Kind.EMPTY : Kind.START;
        int begins = from + (end ? 2 : 1);
        int ends = begins;
        while (" \t\r\n/>".indexOf(content.charAt(ends)) < 0) {
            ends++;
        }
        name = content.substring(begins, ends);
    }

    public Kind kind() {
        return kind;
    }

    public boolean opens() {
        return kind == Kind.START || kind == Kind.EMPTY;
    }

    /** With its prefix; empty for what is no tag. */
    public String name() {
        return name;
    }

    public String local() {
        return name.substring(name.indexOf(':') + 1);
    }

    public int from() {
        return from;
    }

    public int to() {
        return to;
    }

    /** Of a start tag, as it is written; asked for without its prefix. */
    public Optional<String> attribute(String wanted) {
        int at = from + 1 + name.length();
        while (true) {
            int equals = content.indexOf('=', at, to);
            if (equals < 0) {
                return Optional.empty();
            }
            int quote = equals + 1;
            while (content.charAt(quote) != '"' && content.charAt(quote) != '\'') {
                quote++;
            }
            int end = content.indexOf(content.charAt(quote), quote + 1);
            String called = content.substring(at, equals).strip();
            if (called.substring(called.indexOf(':') + 1).equals(wanted)) {
                return Optional.of(content.substring(quote + 1, end));
            }
            at = end + 1;
        }
    }
}
