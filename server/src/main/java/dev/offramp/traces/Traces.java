package dev.offramp.traces;

/// Where spans are told.
public interface Traces {

    /// Nobody listens.
    Traces NONE = new Traces() {
        @Override
        public boolean isOn() {
            return false;
        }

        @Override
        public void tell(Span span) {}
    };

    /// Whether somebody listens; else there is no need to make spans.
    boolean isOn();

    /// Tells of a span. Never waits, never fails; drops it where too many wait already.
    void tell(Span span);
}
