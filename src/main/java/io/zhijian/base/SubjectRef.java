package io.zhijian.base;

import java.util.UUID;

/** Names one thing that is acted upon: its kind (such as "app", "unit", "staff") and its id. */
public record SubjectRef(String kind, UUID id) {

    @Override
    public String toString() {
        return kind + "/" + id;
    }
}
