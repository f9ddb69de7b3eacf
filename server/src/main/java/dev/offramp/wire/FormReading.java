package dev.offramp.wire;

/// What became of a form.
public sealed interface FormReading {

    record Filled(Values values) implements FormReading {}

    record Invalid(Reasons reasons) implements FormReading {}
}
