package dev.offramp.web;

/// What an answer carries.
public sealed interface Body permits Body.Whole, Streamed {

    Body NONE = new Whole(new byte[0]);

    /// All of it, in memory; `toString` shows nothing of it.
    record Whole(byte[] bytes) implements Body {
        @Override
        public String toString() {
            return "Whole[" + bytes.length + " bytes]";
        }
    }
}
