package dev.offramp.wire.bank;

import dev.offramp.wire.Key;
import dev.offramp.wire.Notation;
import dev.offramp.wire.OrNull;

/// A bank, or a mobile-money provider, of the bank list.
public record BankJson(
        @Key(value = "Goes into requests; not the code of any clearing house.", as = Notation.NUMERAL)
        String id,

        String name,
        String slug,
        String country,
        @Key(as = Notation.CURRENCY) String currency,
        @Key("What kind of institution it is.") String type,
        OrNull<String> avatar,
        OrNull<String> monnifyCode,
        OrNull<String> redbillerCode,
        OrNull<String> anchorCode,
        OrNull<String> palmpayCode) {}
