package dev.offramp.http.withdrawal;

import dev.offramp.http.Answer;
import dev.offramp.tenancy.Pin;
import dev.offramp.tenancy.PinCheck;
import dev.offramp.tenancy.Tenancy;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wire.Refusal;
import java.util.Optional;

/// Asks for the PIN before money leaves. A try is counted and committed by itself, so never within a transaction.
public record PinGuard(Tenancy tenancy) {

    /// The refusal; empty when the PIN is right.
    public Optional<Answer> refuse(Tenant tenant, Pin pin) {
        return switch (tenancy.verifyPin(tenant, pin)) {
            case PinCheck.PinOk() -> Optional.empty();
            case PinCheck.PinUnset() -> Optional.of(Answer.refusal(Refusal.PIN_UNSET));
            case PinCheck.PinWrong() -> Optional.of(Answer.refusal(Refusal.PIN_WRONG));
            case PinCheck.AccountFrozen() -> Optional.of(Answer.refusal(Refusal.ACCOUNT_FROZEN));
        };
    }
}
