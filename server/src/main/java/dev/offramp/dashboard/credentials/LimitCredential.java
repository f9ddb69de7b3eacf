package dev.offramp.dashboard.credentials;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Form;
import dev.offramp.db.Transaction;
import dev.offramp.tenancy.Credential;
import dev.offramp.tenancy.CredentialLimits;
import dev.offramp.trail.Action;
import dev.offramp.trail.Subject;
import java.util.List;

/// Changes for what, from where and until when a credential works. Where it works stays as it is.
record LimitCredential(Uses uses) implements Page {

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + ShowCredential.PATH + "/limits");
    }

    @Override
    public Access access() {
        return Access.member(Permission.MANAGE_CREDENTIALS).fresh();
    }

    @Override
    public List<Field<?>> fields() {
        return CredentialForm.LIMITING;
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = CredentialForm.checked(visit.form(), visit.now());
        return visit.commit(tx -> ShowCredential.locked(tx, visit, uses)
                .map(credential -> form.isValid()
                        ? limit(tx, visit, form, credential)
                        : Outcome.refused(
                                Answer.invalid("API credential", ShowCredential.body(visit, credential, form))))
                .orElseGet(() -> Outcome.refused(Answer.missing())));
    }

    private Outcome<Answer> limit(Transaction tx, Visit visit, Form form, Credential credential) {
        CredentialLimits limits =
                CredentialForm.limits(form, credential.limits().environments());
        uses.tenancy().limit(tx, credential.id(), limits);
        Deed deed = Deed.of(Action.CREDENTIAL_LIMITED, Subject.Kind.CREDENTIAL, credential.id())
                .before(CredentialView.details(credential.appId(), credential.limits()))
                .after(CredentialView.details(credential.appId(), limits));
        return Outcome.done(
                Answer.redirect(ShowCredential.path(visit), Note.good("The limits are changed, from now on.")), deed);
    }
}
