package dev.offramp.wire;

/// What a text, or a number, may look like that is more than that.
public enum Notation {
    PLAIN,

    /// 24 hexadecimal digits in lower case.
    ID,

    /// A number whose digits are a name: `25`, a bank of the list.
    NUMERAL,

    /// An exact decimal as text, since parsers would round it.
    DECIMAL,

    /// `ngn`, `ghs` or `usd`.
    CURRENCY,

    URL,

    /// Milliseconds since 1970, as events have them.
    EPOCH_MILLIS
}
