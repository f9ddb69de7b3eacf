package dev.offramp.wire.bank;

import dev.offramp.wire.OrNull;

/// A bank, or a mobile-money provider, of the bank list.
///
/// @param id short and numeric, as text; not the code of any clearing house
public record BankJson(
        String id,
        String name,
        String slug,
        String country,
        String currency,
        String type,
        OrNull<String> avatar,
        OrNull<String> monnifyCode,
        OrNull<String> redbillerCode,
        OrNull<String> anchorCode,
        OrNull<String> palmpayCode) {}
