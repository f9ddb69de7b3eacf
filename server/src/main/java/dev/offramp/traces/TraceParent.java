package dev.offramp.traces;

import java.util.Optional;

/// A place in a trace that is told from one program to the next, in the header `traceparent` of W3C Trace Context.
///
/// @param isSampled whether whoever began the trace keeps it
public record TraceParent(TraceId trace, SpanId span, boolean isSampled) {

    public static final String HEADER = "traceparent";

    private static final String VERSION = "00";
    private static final String NO_VERSION = "ff";
    private static final int BYTE = 2;
    private static final int RADIX = 16;
    private static final int PARTS = 4;

    /// Reads the header; empty for whatever is none. Later versions are read as far as this one goes, as the standard
    /// wants.
    public static Optional<TraceParent> parse(String header) {
        String[] parts = header.split("-", PARTS + 1);
        boolean isKnown = parts.length == PARTS || parts.length > PARTS && !parts[0].equals(VERSION);
        if (!isKnown
                || !Hex.isDigits(parts[0], BYTE)
                || parts[0].equals(NO_VERSION)
                || !Hex.isId(parts[1], TraceId.LENGTH)
                || !Hex.isId(parts[2], SpanId.LENGTH)
                || !Hex.isDigits(parts[3], BYTE)) {
            return Optional.empty();
        }
        boolean isSampled = (Integer.parseInt(parts[3], RADIX) & 1) == 1;
        return Optional.of(new TraceParent(new TraceId(parts[1]), new SpanId(parts[2]), isSampled));
    }

    /// As the header has it.
    @Override
    public String toString() {
        return VERSION + "-" + trace + "-" + span + (isSampled ? "-01" : "-00");
    }
}
