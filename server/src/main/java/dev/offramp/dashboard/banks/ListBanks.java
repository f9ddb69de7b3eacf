package dev.offramp.dashboard.banks;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Menu;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.outflows.Payees;
import dev.offramp.dashboard.part.Listed;
import dev.offramp.destinations.BankAccount;
import dev.offramp.payouts.SavedBank;
import dev.offramp.tenancy.CoolingOff;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The bank accounts of a business, newest first.
record ListBanks(Uses uses) implements Page {

    static final String PATH = "/banks";
    static final String TITLE = "Banks";

    /// A saved bank in a line.
    ///
    /// @param opens when it may be withdrawn to, if it may not yet
    record Line(
            String id,
            String bank,
            String number,
            String holder,
            String currency,
            Optional<String> narration,
            Instant savedAt,
            Optional<Instant> opens) {}

    @Override
    public Route route() {
        return Route.get(Route.BUSINESS + PATH);
    }

    @Override
    public Access access() {
        return Access.member(Permission.VIEW);
    }

    @Override
    public Optional<Menu> menu() {
        return Optional.of(new Menu(Menu.Group.MONEY_OUT, TITLE));
    }

    @Override
    public Answer answer(Visit visit) {
        Listed<SavedBank> listed =
                Listed.of(visit, uses.savedBanks().list(), visit.here().path(PATH), List.of("currency"));
        CoolingOff coolingOff = visit.view(tx -> uses.tenancy().coolingOff(tx, visit.tenant()));
        List<Line> all = listed.items().stream()
                .map(saved -> line(saved, Payees.opening(coolingOff, saved.createdAt(), visit.now())))
                .toList();
        return Answer.page(TITLE, out -> JtelistGenerated.render(out, null, visit.here(), all, listed.pager()));
    }

    private static Line line(SavedBank saved, Optional<Instant> opens) {
        BankAccount account = saved.account();
        return new Line(
                saved.id().toString(),
                account.bankName(),
                account.accountNumber(),
                account.accountName(),
                account.currency().name(),
                account.narration(),
                saved.createdAt(),
                opens);
    }
}
