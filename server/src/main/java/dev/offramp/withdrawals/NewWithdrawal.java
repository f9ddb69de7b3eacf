package dev.offramp.withdrawals;

import dev.offramp.assets.Token;
import dev.offramp.assets.TokenNetwork;
import dev.offramp.tenancy.Tenant;

/// The wish to withdraw coins.
///
/// @param address as the client wrote it
public record NewWithdrawal(
        Tenant tenant,
        WithdrawalOrigin origin,
        Token token,
        TokenNetwork network,
        String address,
        Asked asked,
        FeeLevel feeLevel) {}
