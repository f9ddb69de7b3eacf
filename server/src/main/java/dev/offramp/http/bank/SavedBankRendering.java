package dev.offramp.http.bank;

import dev.offramp.destinations.BankAccount;
import dev.offramp.payouts.Bank;
import dev.offramp.payouts.Banks;
import dev.offramp.payouts.SavedBank;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wire.bank.SavedBankJson;
import java.util.Optional;

/// A saved bank as the wire shows it. The contract names an account and a user beside the integration; here the
/// integration is all three.
final class SavedBankRendering {

    private SavedBankRendering() {}

    static SavedBankJson of(Tenant tenant, Banks banks, SavedBank saved) {
        String id = saved.account().bankId();
        Bank bank = banks.find(id).orElseThrow(() -> new IllegalStateException("no longer in the bank list: " + id));
        return of(tenant, bank, saved);
    }

    static SavedBankJson of(Tenant tenant, Bank bank, SavedBank saved) {
        String integration = tenant.integration().toString();
        BankAccount account = saved.account();
        return new SavedBankJson(
                saved.id().toString(),
                integration,
                integration,
                integration,
                account.accountName(),
                account.accountNumber(),
                account.bankId(),
                account.bankName(),
                account.narration(),
                account.currency().code(),
                bank.type().code(),
                false,
                false,
                true,
                Optional.empty(),
                saved.createdAt(),
                saved.createdAt());
    }
}
