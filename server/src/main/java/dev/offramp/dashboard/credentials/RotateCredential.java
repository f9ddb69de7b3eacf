package dev.offramp.dashboard.credentials;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Deed;
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
import dev.offramp.tenancy.Credential;
import dev.offramp.tenancy.Grace;
import dev.offramp.tenancy.IssuedCredential;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Gives a credential a new secret and shows it, this once.
record RotateCredential(Uses uses) implements Page {

    @Override
    public Route route() {
        return Route.post(Route.BUSINESS + ShowCredential.PATH + "/rotate");
    }

    @Override
    public Access access() {
        return Access.member(Permission.MANAGE_CREDENTIALS).fresh();
    }

    @Override
    public List<Field<?>> fields() {
        return CredentialForm.ROTATING;
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = visit.form();
        return visit.commit(tx -> ShowCredential.locked(tx, visit, uses)
                .map(credential -> rotate(tx, visit, form, credential))
                .orElseGet(() -> Outcome.refused(Answer.missing())));
    }

    private Outcome<Answer> rotate(Transaction tx, Visit visit, Form form, Credential credential) {
        if (!form.isValid()) {
            return Outcome.refused(Answer.invalid(
                    "API credential",
                    ShowCredential.body(
                            visit,
                            credential,
                            CredentialForm.of(credential.limits())
                                    .refuse(CredentialForm.GRACE, "Choose how long the old secret works."))));
        }
        if (!new Once(uses.drafts()).take(tx, visit, form)) {
            return Outcome.refused(Answer.redirect(ShowCredential.path(visit), Once.SENT_BEFORE));
        }
        Grace grace = form.get(CredentialForm.GRACE);
        IssuedCredential issued =
                uses.tenancy().regenerate(tx, credential.id(), grace).orElseThrow();
        Optional<Instant> oldUntil = grace.length().map(visit.now()::plus);
        Deed deed = Deed.of(Action.CREDENTIAL_ROTATED, Subject.Kind.CREDENTIAL, credential.id())
                .after(Details.of("app id", credential.appId())
                        .with("grace", grace.name().toLowerCase(Locale.ROOT)));
        return Outcome.done(Issued.shown(visit, issued, uses, oldUntil), deed);
    }
}
