package dev.offramp.web;

import java.time.Duration;

/// Is told of every request by the threads that serve it, so it costs next to nothing, waits for nobody and is safe to
/// be told by many at once.
public interface RequestWatch {

    /// Nobody watches.
    RequestWatch NOBODY = new RequestWatch() {
        @Override
        public void began() {}

        @Override
        public void ended() {}

        @Override
        public void turnedAway() {}

        @Override
        public void givenUp() {}

        @Override
        public void answered(String face, int status, Duration took) {}
    };

    /// A place was found for one; it is worked on from here.
    void began();

    /// Its work has really ended, perhaps long after it was given up.
    void ended();

    /// There was no place for one in time: too much at once.
    void turnedAway();

    /// Work on one took too long, and its caller was told so.
    void givenUp();

    /// One has its answer, whatever it is.
    ///
    /// @param face the name of the one that answers
    /// @param took from its last byte to the answer, which is not sent yet; zero for what is no HTTP
    void answered(String face, int status, Duration took);
}
