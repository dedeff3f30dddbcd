package io.zhijian.registry.exchange.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The merged cells of one sheet: what stands in the first of them holds for all, as a person reads it. */
final class Merges {

    private static final Pattern REF = Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d{1,7}):\\$?([A-Z]{1,3})\\$?(\\d{1,7})");

    /** One merged block, rows and columns from 1 and 0. */
    private record Block(int top, int left, int bottom, int right) {}

    private final List<Block> blocks = new ArrayList<>();
    private final Map<Block, Cell> first = new HashMap<>();

    void add(String ref) {
        Matcher match = REF.matcher(ref);
        if (match.matches()) {
            blocks.add(new Block(
                    Integer.parseInt(match.group(2)),
                    column(match.group(1)),
                    Integer.parseInt(match.group(4)),
                    Math.min(column(match.group(3)), SheetFile.MOST_COLUMNS - 1)));
        }
    }

    /** Called once all are added. */
    Merges sorted() {
        blocks.sort(java.util.Comparator.comparingInt(Block::top));
        return this;
    }

    /** The row with the value of each merged block in all its cells. */
    Line fill(Line line) {
        if (blocks.isEmpty()) {
            return line;
        }
        List<Cell> cells = null;
        for (Block block : blocks) {
            if (block.top > line.number()) {
                break;
            }
            if (block.bottom < line.number()) {
                continue;
            }
            if (block.top == line.number()) {
                first.put(block, line.cell(block.left));
            }
            Cell value = first.getOrDefault(block, Cell.BLANK);
            if (!value.blank()) {
                cells = cells == null ? new ArrayList<>(line.cells()) : cells;
                put(cells, block, value);
            }
        }
        return cells == null ? line : new Line(line.number(), cells);
    }

    private static void put(List<Cell> cells, Block block, Cell value) {
        while (cells.size() <= block.right) {
            cells.add(Cell.BLANK);
        }
        for (int column = block.left; column <= block.right; column++) {
            if (cells.get(column).blank()) {
                cells.set(column, value);
            }
        }
    }

    /** From letters to a number, A being 0. */
    static int column(String letters) {
        int number = 0;
        for (int i = 0; i < letters.length(); i++) {
            number = number * 26 + letters.charAt(i) - 'A' + 1;
        }
        return number - 1;
    }

    /** From a number to letters, 0 being A. */
    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }
}
