package dev.offramp.dashboard.held;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Here;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;
import dev.offramp.deposits.DepositId;
import gg.jte.html.HtmlContent;
import java.util.Optional;

/// One flagged deposit, and what can be decided about it.
record ShowFlaggedDeposit(HeldDeposits held) implements Page {

    static final String PATH = ShowFlagged.PATH + "/{deposit}";
    static final String TITLE = "Flagged deposit";

    @Override
    public Route route() {
        return Route.get(PATH);
    }

    @Override
    public Access access() {
        return Access.operator();
    }

    @Override
    public Answer answer(Visit visit) {
        return body(visit, Form.blank()).map(body -> Answer.page(TITLE, body)).orElseGet(Answer::missing);
    }

    /// The page with what was typed; empty when there is no such deposit.
    Optional<HtmlContent> body(Visit visit, Form form) {
        Here here = visit.here();
        return visit.id("deposit")
                .map(DepositId::new)
                .flatMap(id -> visit.view(tx -> held.find(tx, id)))
                .map(deposit -> out -> JteflaggedDepositGenerated.render(out, null, here, deposit, form));
    }
}
