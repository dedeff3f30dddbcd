package io.zhijian.registry.exchange.match;

import java.util.List;

/**
 * One column of a sheet and the field it means.
 *
 * @param index from 0
 * @param field path of the field; empty: not taken
 * @param samples the first few values, for the person to recognise it by
 */
public record Column(int index, String heading, String field, How how, List<String> samples) {

    /** How the field was found. */
    public enum How {
        HEADING,
        VALUES,
        REMEMBERED,
        CHOSEN,
        NOT
    }

    public boolean taken() {
        return !field.isEmpty();
    }

    public Column as(String chosen) {
        return chosen.equals(field) ? this : new Column(index, heading, chosen, How.CHOSEN, samples);
    }
}
