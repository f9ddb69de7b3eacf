package dev.offramp.dashboard.credentials;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Note;
import dev.offramp.dashboard.Once;
import dev.offramp.dashboard.Outcome;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Permission;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Form;
import dev.offramp.db.Transaction;
import dev.offramp.tenancy.CredentialLimits;
import dev.offramp.tenancy.IssuedCredential;
import dev.offramp.trail.Action;
import dev.offramp.trail.Subject;
import java.util.List;
import java.util.Optional;

/// Makes a credential and shows its secret, this once.
record CreateCredential(Uses uses) implements Page {

    private static final Note MADE_BEFORE =
            Note.bad("This form was sent before: the credential was made then, and its secret shown. If you did not see"
                    + " it, give the credential a new one.");

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + ListCredentials.PATH);
    }

    @Override
    public Access access() {
        return Access.member(Permission.MANAGE_CREDENTIALS).fresh();
    }

    @Override
    public List<Field<?>> fields() {
        return CredentialForm.MAKING;
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = CredentialForm.checked(visit.form(), visit.now());
        if (!form.isValid()) {
            return FillInCredential.again(visit, form);
        }
        CredentialLimits limits = CredentialForm.limits(
                form, CredentialForm.environments(form, visit.business().environment()));
        return visit.<Optional<IssuedCredential>>commit(tx -> create(tx, visit, form, limits))
                .map(issued -> Issued.shown(visit, issued, uses, Optional.empty()))
                .orElseGet(() -> Answer.redirect(visit.here().path(ListCredentials.PATH), MADE_BEFORE));
    }

    private Outcome<Optional<IssuedCredential>> create(
            Transaction tx, Visit visit, Form form, CredentialLimits limits) {
        if (!new Once(uses.drafts()).take(tx, visit, form)) {
            return Outcome.refused(Optional.empty());
        }
        IssuedCredential issued =
                uses.tenancy().issueCredential(tx, visit.tenant().integration(), limits);
        Deed deed = Deed.of(Action.CREDENTIAL_CREATED, Subject.Kind.CREDENTIAL, issued.id())
                .after(CredentialView.details(issued.appId(), limits));
        return Outcome.done(Optional.of(issued), deed);
    }
}
