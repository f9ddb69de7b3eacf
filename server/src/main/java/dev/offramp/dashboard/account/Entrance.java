package dev.offramp.dashboard.account;

import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Carried;
import dev.offramp.dashboard.Cookie;
import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Here;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Form;
import dev.offramp.dashboard.frame.JtegoOnGenerated;
import dev.offramp.dashboard.part.Figures;
import dev.offramp.db.Transaction;
import dev.offramp.people.Factor;
import dev.offramp.people.PasskeySite;
import dev.offramp.people.People;
import dev.offramp.people.PersonId;
import dev.offramp.people.Session;
import dev.offramp.people.SignIn;
import dev.offramp.people.SignInTrace;
import dev.offramp.people.SignUpRule;
import dev.offramp.people.Token;
import dev.offramp.people.Witness;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.Subject;
import gg.jte.html.HtmlContent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the pages of signing in have in common: the forms, the way in, and what is said of the way that is closed.
final class Entrance {

    private static final String SIGN_IN = "Sign in";
    private static final String CODE = "Second factor";
    private static final String CONFIRM = "Confirm that it is you";
    private static final String GO_ON = "Go on where you were";

    private static final String THANKS =
            "Thank you. What you were sending is as you left it; a PIN has to be entered again.";

    private static final String NOT_ACCEPTED = "E-mail address and password do not go together.";
    private static final String CODE_NOT_ACCEPTED = "That code is not right, or was used already.";
    private static final String BUSY = "Many people are signing in at this moment. Try it again.";
    private static final String OVER = "That took too long, or too many tries. Begin again.";

    private final People people;

    Entrance(People people) {
        this.people = people;
    }

    People people() {
        return people;
    }

    /// What stands beside the password.
    public record Offers(boolean signUp, boolean passkeys) {}

    private Offers offers() {
        return new Offers(people.signUps().rule() == SignUpRule.OPEN, hasPasskeys());
    }

    private boolean hasPasskeys() {
        return people.passkeys().site() instanceof PasskeySite.Available;
    }

    Answer signIn(Visit visit, Form form) {
        return of(
                form,
                SIGN_IN,
                out -> JtesignInGenerated.render(out, null, visit.here(), form, carried(visit), offers()));
    }

    Answer signInNotAccepted(Visit visit, Form form) {
        return signIn(visit, form.refuse(NOT_ACCEPTED));
    }

    /// @param action where the code is sent
    Answer code(Visit visit, Form form, String action) {
        return code(visit, form, action, visit.token(Cookie.Name.STEP).flatMap(people.signIns()::outstanding));
    }

    /// @param outstanding whose code it is; empty where the form will say that it is over
    Answer code(Visit visit, Form form, String action, Optional<SignIn.FactorOutstanding> outstanding) {
        boolean hasPasskey = outstanding
                .filter(step -> hasPasskeys() && step.factors().contains(Factor.PASSKEY))
                .isPresent();
        Here here = visit.isSignedIn()
                ? visit.here()
                : outstanding.map(step -> visit.hereWith(step.step())).orElseGet(visit::here);
        return of(
                form, CODE, out -> JtecodeGenerated.render(out, null, here, form, action, carried(visit), hasPasskey));
    }

    Answer codeNotAccepted(Visit visit, Form form, String action) {
        return code(visit, form.refuse(SignInForm.CODE, CODE_NOT_ACCEPTED), action);
    }

    Answer confirm(Visit visit, Form form) {
        boolean hasPasskey = hasPasskeys()
                && visit.view(tx ->
                        people.secondFactors().enrolled(tx, visit.person().id()).contains(Factor.PASSKEY));
        return of(
                form,
                CONFIRM,
                out -> JteconfirmGenerated.render(out, null, visit.here(), form, carried(visit), hasPasskey));
    }

    Answer confirmNotAccepted(Visit visit, Form form) {
        return confirm(visit, form.refuse(SignInForm.PASSWORD, "That is not your password."));
    }

    private static List<Carried.Hidden> carried(Visit visit) {
        return visit.carried().map(Carried::hidden).orElse(List.of());
    }

    private static Answer of(Form form, String title, HtmlContent body) {
        return form.isValid() ? Answer.page(title, body) : Answer.invalid(title, body);
    }

    static Form passkeyNotAccepted(Form form) {
        return form.refuse("That passkey is not known here.");
    }

    static Form busy(Form form) {
        return form.refuse(BUSY);
    }

    static Form over(Form form) {
        return form.refuse(OVER);
    }

    static Form tooMany(Form form, Instant until) {
        return form.refuse("Too many tries. You may try again from " + Figures.time(until) + " on.");
    }

    /// Signed in: where one wanted to go, or to what one was sending, as somebody known.
    static Answer welcome(Visit visit, SignIn.SignedIn signedIn, Form form) {
        return goOn(visit, signedIn.token(), form)
                .with(Cookie.lasting(Cookie.Name.DEVICE, signedIn.device().text()));
    }

    /// Fresh again: to where one wanted to go, or to what one was sending.
    static Answer goOn(Visit visit, Token token, Form form) {
        Answer answer = visit.carried()
                .map(carried -> Answer.page(
                        GO_ON,
                        out -> JtegoOnGenerated.render(
                                out, null, THANKS, visit.hereWith(token).token(), carried)))
                .orElseGet(() -> Answer.redirect(SignInForm.next(form)));
        return answer.with(session(token)).with(Cookie.removed(Cookie.Name.STEP));
    }

    private static Cookie session(Token token) {
        return Cookie.brief(Cookie.Name.SESSION, token.text());
    }

    static Cookie step(Token token) {
        return Cookie.brief(Cookie.Name.STEP, token.text());
    }

    /// Tells the audit log of what a sign-in led to.
    Witness<SignInTrace> watching(Visit visit) {
        return (tx, trace) -> {
            switch (trace) {
                case SignInTrace.Opened(Session session, SignInTrace.Means means, boolean isNewBrowser) ->
                    proven(tx, visit, session, means, signedIn(session, isNewBrowser));
                case SignInTrace.Repeated(Session session, SignInTrace.Means means) ->
                    proven(tx, visit, session, means, deed(Action.SIGN_IN_REPEATED, session));
                case SignInTrace.Failed(Optional<PersonId> person, int tries) ->
                    failed(tx, visit, new Failure(Action.SIGN_IN_FAILED, Action.STRANGERS_REFUSED, tries), person);
                case SignInTrace.Throttled(Optional<PersonId> person, int tries) ->
                    failed(tx, visit, new Failure(Action.SIGN_IN_THROTTLED, Action.STRANGERS_THROTTLED, tries), person);
            }
        };
    }

    private static Deed signedIn(Session session, boolean isNewBrowser) {
        Details browser = isNewBrowser ? Details.of("browser", "new") : Details.NONE;
        return deed(Action.SIGNED_IN, session).after(browser);
    }

    private static Deed deed(Action action, Session session) {
        return Deed.of(action, Subject.Kind.SESSION, session.id());
    }

    private void proven(Transaction tx, Visit visit, Session session, SignInTrace.Means means, Deed deed) {
        people.find(tx, session.person()).ifPresent(person -> {
            visit.record(tx, person, deed);
            if (means == SignInTrace.Means.RECOVERY_CODE) {
                visit.record(tx, person, Deed.of(Action.RECOVERY_CODE_USED, Subject.Kind.PERSON, person.id()));
            }
        });
    }

    /// @param known what it is called where it is known whose sign-in it was to be
    /// @param unknown and where not
    private record Failure(Action known, Action unknown, int tries) {

        Deed of(Action action, String subject) {
            return Deed.of(action, Subject.Kind.PERSON, subject).after(Details.of("tries in an hour", tries));
        }
    }

    private void failed(Transaction tx, Visit visit, Failure failure, Optional<PersonId> id) {
        id.flatMap(known -> people.find(tx, known))
                .ifPresentOrElse(
                        person -> visit.record(
                                tx,
                                person,
                                failure.of(failure.known(), person.id().toString())),
                        () -> visit.recordOfProgram(tx, failure.of(failure.unknown(), "unknown")));
    }
}
