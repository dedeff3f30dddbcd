package io.zhijian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a process of its own, as a vendor's script would call it. */
class TextCommandsTests {

    @TempDir
    private Path folder;

    @Test
    void nothingButAnswersStandsOnTheOutput() throws IOException, InterruptedException {
        Path texts = Files.writeString(folder.resolve("t.jsonl"), "{\"id\":\"1\",\"text\":\"每天在群里接龙打卡\"}\n");
        assertThat(output("check", texts.toString()))
                .singleElement()
                .asString()
                .startsWith("{\"id\":\"1\"")
                .endsWith("}");
        Path queries = Files.writeString(folder.resolve("q.jsonl"), "{\"q\":\"巡湖日志\"}\n");
        assertThat(output("similar", "--register", "semantics/overlap/register.jsonl", "--queries", queries.toString()))
                .singleElement()
                .asString()
                .startsWith("{\"q\":\"巡湖日志\"");
    }

    private List<String> output(String... words) throws IOException, InterruptedException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Path out = folder.resolve("out");
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                classPath,
                "io.zhijian.Zhijian"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readAllLines(out, StandardCharsets.UTF_8);
    }
}
