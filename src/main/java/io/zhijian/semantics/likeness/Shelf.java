package io.zhijian.semantics.likeness;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The apps an index holds, each at a place of its own. A reader sees one state, whole, while a writer prepares the next;
 * places of apps that went are given to others.
 */
final class Shelf {

    /** @param rarity of each topic among the apps */
    record State(@Nullable Known[] apps, int size, Map<String, Double> rarity) {}

    private final Strings strings = new Strings();
    private final WordIndex words = new WordIndex();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Integer> topics = new HashMap<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private volatile State state = new State(new Known[0], 0, Map.of());

    State state() {
        return state;
    }

    Strings strings() {
        return strings;
    }

    WordIndex words() {
        return words;
    }

    /** Takes in apps, those known anew, and forgets others. */
    synchronized void change(Collection<Known> put, Collection<String> gone) {
        @Nullable Known[] apps = Arrays.copyOf(state.apps(), state.apps().length + put.size());
        int end = state.apps().length;
        for (String id : gone) {
            Integer place = places.remove(id);
            if (place != null) {
                forget(apps[place]);
                words.remove(id);
                apps[place] = null;
                free.push(place);
            }
        }
        for (Known app : put) {
            Integer place = places.get(app.profile().id());
            if (place == null) {
                place = free.isEmpty() ? end++ : free.pop();
                places.put(app.profile().id(), place);
            }
            forget(apps[place]);
            learn(app, place);
            apps[place] = app;
        }
        words.refresh();
        state = new State(Arrays.copyOf(apps, end), places.size(), rarity());
    }

    synchronized boolean holds(Profile profile) {
        Integer place = places.get(profile.id());
        Known known = place == null ? null : state.apps()[place];
        return known != null && known.profile().equals(profile);
    }

    private void learn(Known app, int place) {
        strings.add(app.all());
        app.topics().keySet().forEach(topic -> topics.merge(topic, 1, Integer::sum));
        words.put(place, app);
    }

    private void forget(@Nullable Known app) {
        if (app != null) {
            strings.remove(app.all());
            app.topics().keySet().forEach(topic -> topics.merge(topic, -1, Integer::sum));
        }
    }

    private Map<String, Double> rarity() {
        Map<String, Double> rarity = new HashMap<>();
        topics.forEach((topic, count) -> rarity.put(topic, Math.log((places.size() + 1) / (count + 0.5))));
        return rarity;
    }
}
