package io.zhijian.demo.crowd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The file {@code demo/crowd.yaml}: what made-up rows are put together from.
 *
 * @param flaws by kind, where an entry that seems to break something differs from the complete one
 * @param gaps by kind, what an entry leaves open
 */
record CrowdWords(
        List<String> stems,
        List<String> marks,
        List<String> taken,
        List<String> counties,
        List<String> towns,
        List<Bureau> bureaus,
        List<String> general,
        List<String> products,
        List<String> channels,
        List<String> topics,
        List<String> actions,
        List<String> tasks,
        ObjectNode app,
        ObjectNode account,
        ObjectNode group,
        Map<String, List<ObjectNode>> flaws,
        Map<String, List<ObjectNode>> gaps) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One system line's office in every city and county. */
    record Bureau(String line, String name, List<String> words) {}

    static CrowdWords read(Path demo) {
        try {
            String text = Files.readString(demo.resolve("crowd.yaml"));
            return JSON.convertValue(new Load(LoadSettings.builder().build()).loadFromString(text), CrowdWords.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The short name of a city; no real place is called so. */
    String city(int number) {
        return stems.stream()
                .flatMap(stem -> marks.stream().map(stem::concat))
                .filter(name -> !taken.contains(name))
                .skip(number)
                .findFirst()
                .orElseThrow();
    }

    /** The words that an office of that line uses. */
    List<String> wordsOf(String line) {
        return bureaus.stream()
                .filter(bureau -> bureau.line().equals(line))
                .findFirst()
                .map(Bureau::words)
                .orElse(general);
    }
}
