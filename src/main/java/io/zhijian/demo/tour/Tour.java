package io.zhijian.demo.tour;

import io.zhijian.base.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/** The steps, as {@code demo/tour.yaml} says; a later part of the product adds its own there. */
public record Tour(List<Step> steps) {

    /**
     * One step.
     *
     * @param login as whom, real sign-in of a fictitious person
     * @param path the real page it opens
     * @param forward whether time is set forward by ten working days before the page opens
     * @param titleZh who and what, in few words
     * @param zh one sentence on what to look at
     */
    public record Step(
            String login, String path, boolean forward, String titleZh, String titleEn, String zh, String en) {

        public String title() {
            return Texts.pick(titleZh, titleEn);
        }

        public String words() {
            return Texts.pick(zh, en);
        }
    }

    static Tour read(Path file) {
        try {
            Object yaml = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            return JsonMapper.shared().convertValue(yaml, Tour.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
