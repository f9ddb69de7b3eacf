package dev.offramp.jobs;

import dev.offramp.db.Trouble;

/// Is told of every turn of every loop, by the loop's own thread.
interface TurnWatch {

    /// Nobody watches.
    TurnWatch NOBODY = new TurnWatch() {
        @Override
        public void began(String loop) {}

        @Override
        public void ended(String loop) {}

        @Override
        public void failed(String loop, Trouble trouble) {}

        @Override
        public void failed(String loop, RuntimeException bug) {}
    };

    void began(String loop);

    /// The turn that began last went well.
    void ended(String loop);

    /// The turn that began last met trouble.
    void failed(String loop, Trouble trouble);

    /// The turn that began last met a bug.
    void failed(String loop, RuntimeException bug);
}
