package dev.offramp.tenancy;

/// What a PIN that came with a request is worth. Each arm but the first is a refusal.
public sealed interface PinCheck {

    record PinOk() implements PinCheck {}

    /// The tenant never set one.
    record PinUnset() implements PinCheck {}

    /// Counted as a failure. The fifth in a row is still answered so; it freezes what comes after.
    record PinWrong() implements PinCheck {}

    /// Five tries in a row were wrong: nothing is compared any more until the owner lifts the freeze.
    record AccountFrozen() implements PinCheck {}
}
