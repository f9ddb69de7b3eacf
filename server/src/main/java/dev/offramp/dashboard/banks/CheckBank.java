package dev.offramp.dashboard.banks;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Form;
import dev.offramp.destinations.BankAccount;
import dev.offramp.payouts.Bank;
import dev.offramp.tenancy.CoolingOff;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Shows in whose name an account is, before it is saved.
record CheckBank(Uses uses) implements Page {

    /// What the page shows, and sends on.
    ///
    /// @param opens when it may be withdrawn to if it is saved now; empty for at once
    record View(String bankId, BankAccount account, Optional<Instant> opens) {}

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + ListBanks.PATH + "/check");
    }

    @Override
    public Access access() {
        return Access.member(Permission.MOVE_MONEY).fresh();
    }

    @Override
    public List<Field<?>> fields() {
        return BankForm.all(uses.banks());
    }

    @Override
    public Answer answer(Visit visit) {
        return switch (NameCheck.of(visit, uses, visit.form())) {
            case NameCheck.Named(Bank bank, BankAccount account) -> {
                CoolingOff coolingOff = visit.view(tx -> uses.tenancy().coolingOff(tx, visit.tenant()));
                Optional<Instant> opens = Optional.of(coolingOff.opensAt(visit.now(), visit.now()))
                        .filter(visit.now()::isBefore);
                View view = new View(bank.id().value(), account, opens);
                yield Answer.page(
                        "Is this the account?", out -> JtecheckGenerated.render(out, null, visit.here(), view));
            }
            case NameCheck.Refused(Form form) -> FillInBank.again(visit, uses, form);
        };
    }
}
