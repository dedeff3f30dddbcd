package io.zhijian;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The options of {@code ./zhijian run} and of the other verbs, as a person types them.
 *
 * @param databaseUrl empty for the embedded server
 * @param port 0 to 65535; 0 chooses a free one
 * @param subjects how many made-up subjects the demo shall have; 0 unless asked
 */
record RunOptions(boolean demo, int port, Path data, String databaseUrl, int subjects) {

    static RunOptions parse(List<String> words) {
        boolean demo = false;
        int port = 8080;
        String data = null;
        String url = "";
        int subjects = 0;
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            switch (word) {
                case "--demo" -> demo = true;
                case "--port" -> port = port(value(word, rest));
                case "--data" -> data = value(word, rest);
                case "--subjects" -> subjects = number(value(word, rest));
                case "--database-url" -> url = value(word, rest);
                default -> throw new IllegalArgumentException("不认识的选项 unknown option: " + word + "(./zhijian help)");
            }
        }
        if (!url.isEmpty() && !url.startsWith("jdbc:")) {
            url = "jdbc:" + url;
        }
        // demo data never share a directory with real data
        Path directory = Path.of(data != null ? data : demo ? "data/demo" : "data");
        return new RunOptions(demo, port, directory, url, subjects);
    }

    Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("zhijian.data", data.toString());
        properties.put("zhijian.demo", Boolean.toString(demo));
        properties.put("zhijian.database.url", databaseUrl);
        properties.put("server.port", Integer.toString(port));
        return properties;
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException("选项缺少取值 option needs a value: " + option);
        }
        return rest.next();
    }

    /** Blanks and commas between the digits are fine; 0 where it is none. */
    private static int number(String text) {
        String digits = text.replaceAll("[_, ]", "");
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new IllegalArgumentException("端口须为 0–65535 的整数 the port must be a number from 0 to 65535: " + text);
    }
}
