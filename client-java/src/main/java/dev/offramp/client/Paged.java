package dev.offramp.client;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A list, asked for page by page as it is gone through; each loop over it asks anew.
 *
 * <p>What is added at its head meanwhile moves the items on, so that the last of a page may come again on the next: such
 * an item is given once.
 */
public final class Paged<T> implements Iterable<T> {

    private final IntFunction<Fetched<T>> fetch;
    private final int first;

    /**
     * @param ids what each item is known again by
     */
    record Fetched<T>(Page<T> page, List<String> ids) {}

    Paged(IntFunction<Fetched<T>> fetch, int first) {
        this.fetch = fetch;
        this.first = first;
    }

    /** The first page alone, or the one that was asked for. */
    public Page<T> page() {
        return fetch.apply(first).page();
    }

    public Stream<T> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    @Override
    public Iterator<T> iterator() {
        return new Items();
    }

    private final class Items implements Iterator<T> {

        private final Deque<T> waiting = new ArrayDeque<>();
        private Set<String> before = Set.of();
        private int next = first;
        private boolean hasMore = true;

        @Override
        public boolean hasNext() {
            while (waiting.isEmpty() && hasMore) {
                turn();
            }
            return !waiting.isEmpty();
        }

        private void turn() {
            Fetched<T> fetched = fetch.apply(next);
            List<T> items = fetched.page().items();
            for (int i = 0; i < items.size(); i++) {
                if (!before.contains(fetched.ids().get(i))) {
                    waiting.add(items.get(i));
                }
            }
            before = new HashSet<>(fetched.ids());
            hasMore = fetched.page().pages().hasNextPage();
            next++;
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return waiting.remove();
        }
    }
}
