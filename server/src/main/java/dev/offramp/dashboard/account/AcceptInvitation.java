package dev.offramp.dashboard.account;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;
import dev.offramp.db.Transaction;
import dev.offramp.people.Acceptance;
import dev.offramp.people.PersonId;
import dev.offramp.people.SignUp;
import dev.offramp.trail.Action;

/// Takes the place in a business that is offered to somebody who has an account.
record AcceptInvitation(Joining joining) implements Page {

    static final String OTHER_ADDRESS = "This invitation is for another address than the one you are signed in with.";

    @Override
    public Route route() {
        return Route.post(ShowInvitation.PATH + "/accept");
    }

    @Override
    public Access access() {
        return Access.signedIn();
    }

    @Override
    public Answer answer(Visit visit) {
        PersonId me = visit.person().id();
        return visit.commit(tx -> {
            Acceptance acceptance = joining.people().invitations().accept(tx, joining.token(visit), me);
            return switch (acceptance) {
                case Acceptance.Accepted accepted -> accepted(tx, me, accepted);
                case Acceptance.OtherAddress() -> Outcome.refused(again(visit, OTHER_ADDRESS));
                case Acceptance.MemberAlready() -> Outcome.refused(again(visit, "You are in that team already."));
                case Acceptance.ForFounding() -> Outcome.refused(again(visit, "Give the business a name to found it."));
                case Acceptance.NoInvitation() -> Outcome.refused(joining.over(visit));
            };
        });
    }

    private Outcome<Answer> accepted(Transaction tx, PersonId me, Acceptance.Accepted accepted) {
        SignUp.Joined joined = new SignUp.Joined(me, accepted.integration(), accepted.role());
        return Outcome.done(
                Answer.redirect(joining.home(tx, accepted.integration()), Note.good("You are in the team now.")),
                Joining.joined(Action.MEMBER_JOINED, joined));
    }

    private Answer again(Visit visit, String why) {
        return joining.show(visit, Form.blank().refuse(why));
    }
}
