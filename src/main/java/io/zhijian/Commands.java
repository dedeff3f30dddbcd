package io.zhijian;

import java.util.List;

/** The verbs that need no server. */
final class Commands {

    private Commands() {}

    static int run(List<String> words) {
        System.err.println("./zhijian help");
        return 2;
    }
}
