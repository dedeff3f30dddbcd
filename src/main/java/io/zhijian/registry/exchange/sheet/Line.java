package io.zhijian.registry.exchange.sheet;

import java.util.List;

/** One row of a sheet: its number as the person sees it, from 1, and its cells from the first column on. */
public record Line(int number, List<Cell> cells) {

    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.BLANK;
    }

    public boolean blank() {
        return cells.stream().allMatch(Cell::blank);
    }
}
