package dev.offramp.webhooks;

import java.util.regex.Pattern;

/// Name of an event as receivers see it: `trade.completed`.
public record EventType(String value) implements Comparable<EventType> {

    private static final Pattern FORM = Pattern.compile("[a-z]+(\\.[a-z]+)*");
    private static final int LENGTH_MAX = 64;

    public EventType {
        if (value.length() > LENGTH_MAX || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an event name: " + value);
        }
    }

    @Override
    public int compareTo(EventType other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
