package io.zhijian.base;

import java.util.List;

/** One page of a longer list: the rows, the 1-based number of this page, rows per page, and how many rows there are. */
public record Paging<T>(List<T> rows, int number, int size, long total) {

    public static final int SIZE = 20;

    public int last() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    /** Numbers a request for page n into a safe offset. */
    public static int offset(int number) {
        return (Math.clamp(number, 1, 100_000) - 1) * SIZE;
    }
}
