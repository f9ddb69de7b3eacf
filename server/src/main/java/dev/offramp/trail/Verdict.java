package dev.offramp.trail;

/// What [Trail#verify] found.
public sealed interface Verdict {

    /// Every entry is as it was recorded.
    record Whole(Head head) implements Verdict {}

    /// @param number the first entry of which something is wrong
    record Broken(long number, Fault fault) implements Verdict {}

    /// What is wrong with an entry.
    public enum Fault {
        /// Entries follow, but this one is not there.
        MISSING("is missing"),
        /// Its content, its place or its hash is not what was recorded.
        ALTERED("is not as it was recorded"),
        /// The head names it, and the trail ends before.
        CUT_OFF("was cut off with all after it"),
        /// It lies beyond the head.
        BEYOND_HEAD("lies beyond the head: it was not recorded by the program"),
        /// The head was not written by the program.
        HEAD_ALTERED("is named by a head that is not as it was recorded"),
        /// It is not what somebody noted of it.
        NOT_AS_NOTED("is not what was noted of it: the trail was set back or written anew");

        private final String words;

        Fault(String words) {
            this.words = words;
        }

        /// To be read after "entry 7".
        public String words() {
            return words;
        }
    }
}
