package dev.offramp.people;

import dev.offramp.db.Transaction;
import dev.offramp.people.Passwords.Whose;
import dev.offramp.people.PersonStore.Account;
import dev.offramp.people.StepStore.Step;
import dev.offramp.secrets.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Signing in, and confirming a session that is open: a password, then a second factor where one is enrolled; or a
/// passkey alone.
///
/// ```
/// password --right--> no factor ----------------------------> session
///    |                 factor --> step --code, passkey, right--> session
///    |                             |--wrong, up to five--> step
///    `--wrong--> not accepted      `--ten minutes, five wrong--> over
/// passkey alone, its user verified -------------------------> session
/// ```
///
/// A witness hears of sessions, of confirmations, and of some of the tries that came to nothing.
public final class SignIns {

    static final int STEP_TRIES = 5;

    private static final Duration STEP = Duration.ofMinutes(10);

    private final Parts parts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final Throttle throttle;
    private final FailedTries failedTries;
    private final PersonStore persons = new PersonStore();
    private final StepStore steps = new StepStore();

    /// What is known before a password is looked at.
    ///
    /// @param paid the budgets it was paid from, the one of the account first
    /// @param closedUntil empty when all of them had a try left
    private record Attempt(Optional<Account> account, Whose whose, List<Budget> paid, Optional<Instant> closedUntil) {

        Optional<PersonId> person() {
            return account.map(Account::id);
        }
    }

    SignIns(
            Parts parts,
            Passwords passwords,
            Sessions sessions,
            SecondFactors factors,
            Passkeys passkeys,
            Throttle throttle) {
        this.parts = parts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.factors = factors;
        this.passkeys = passkeys;
        this.throttle = throttle;
        this.failedTries = new FailedTries(throttle);
    }

    /// The first step, with an address as it was typed.
    public SignIn byPassword(String address, Password password, Browser browser, Witness<SignInTrace> witness) {
        Attempt attempt = parts.db().transact(tx -> {
            Optional<Account> account = Email.parse(address).flatMap(email -> persons.account(tx, email));
            String tried = Email.parse(address).map(Email::text).orElse(address);
            return attempt(tx, account, tried, browser);
        });
        return examine(attempt, password, browser, Optional.empty(), witness);
    }

    /// The first step towards making a session fresh again.
    public SignIn confirmByPassword(Session session, Password password, Browser browser, Witness<SignInTrace> witness) {
        Attempt attempt = parts.db().transact(tx -> {
            Optional<Account> account = persons.account(tx, session.person());
            String tried = account.map(found -> found.email().text()).orElse("");
            return attempt(tx, account, tried, browser);
        });
        return examine(attempt, password, browser, Optional.of(session.id()), witness);
    }

    /// Asks the same of the database whether there is such an account or not.
    private Attempt attempt(Transaction tx, Optional<Account> account, String tried, Browser browser) {
        boolean isKnown = sessions.knows(tx, account.map(Account::id), browser);
        List<Budget> budgets = isKnown
                ? List.of(Budget.device(account.orElseThrow().id(), browser))
                : List.of(Budget.account(tried, browser), Budget.source(browser));
        return new Attempt(account, isKnown ? Whose.KNOWN : Whose.STRANGER, budgets, throttle.take(tx, budgets));
    }

    private SignIn examine(
            Attempt attempt,
            Password password,
            Browser browser,
            Optional<SessionId> confirmed,
            Witness<SignInTrace> witness) {
        if (attempt.closedUntil().isPresent()) {
            parts.db().run(tx -> failedTries.throttled(tx, attempt.person(), witness));
            return new SignIn.TooMany(attempt.closedUntil().get());
        }
        PasswordHash expected = attempt.account()
                .map(Account::passwordHash)
                .map(PasswordHash::parse)
                .orElseGet(passwords::nobodys);
        Optional<Boolean> fits = passwords.fits(password, expected, attempt.whose());
        if (fits.isEmpty()) {
            parts.db().run(tx -> throttle.giveBack(tx, attempt.paid()));
            return new SignIn.Busy();
        }
        if (!fits.get() || attempt.account().isEmpty()) {
            parts.db().run(tx -> failedTries.failed(tx, attempt.person(), witness));
            return new SignIn.NotAccepted();
        }
        return parts.db().transact(tx -> {
            SignIn outcome = proceed(tx, attempt, browser, confirmed);
            tell(tx, outcome, SignInTrace.Means.PASSWORD, witness);
            return outcome;
        });
    }

    private static void tell(Transaction tx, Object outcome, SignInTrace.Means means, Witness<SignInTrace> witness) {
        if (outcome instanceof SignIn.SignedIn signedIn) {
            witness.hear(tx, new SignInTrace.Opened(signedIn.session(), means, signedIn.isNewBrowser()));
        } else if (outcome instanceof SignIn.Confirmed confirmed) {
            witness.hear(tx, new SignInTrace.Repeated(confirmed.session(), means));
        }
    }

    /// The password was right a moment ago; it counts if it still is.
    private SignIn proceed(Transaction tx, Attempt attempt, Browser browser, Optional<SessionId> confirmed) {
        Account account = attempt.account().orElseThrow();
        boolean isStill = persons.lock(tx, account.id())
                .filter(account.passwordHash()::equals)
                .isPresent();
        if (!isStill) {
            return new SignIn.NotAccepted();
        }
        throttle.giveBack(tx, attempt.paid());
        Set<Factor> enrolled = factors.enrolled(tx, account.id());
        if (!enrolled.isEmpty()) {
            return begin(tx, new Step(account.id(), confirmed, parts.now().plus(STEP)), enrolled);
        }
        throttle.forget(tx, attempt.paid().getFirst());
        return confirmed.isPresent()
                ? confirm(tx, confirmed.get()).<SignIn>map(done -> done).orElseGet(SignIn.NotAccepted::new)
                : open(tx, account.id(), browser);
    }

    private SignIn begin(Transaction tx, Step step, Set<Factor> enrolled) {
        Token token = parts.token();
        steps.insert(tx, step, parts.hash(Purpose.SIGN_IN_STEP, token));
        return new SignIn.FactorOutstanding(token, step.person(), enrolled, step.expiresAt());
    }

    private SignIn.SignedIn open(Transaction tx, PersonId person, Browser browser) {
        Sessions.Opened opened = sessions.open(tx, person, browser);
        boolean isNew = sessions.knowsOthersThan(tx, person, browser);
        Token device = sessions.remember(tx, person, browser);
        return new SignIn.SignedIn(opened.session(), opened.token(), device, isNew);
    }

    private Optional<SignIn.Confirmed> confirm(Transaction tx, SessionId session) {
        return sessions.confirm(tx, session).map(one -> new SignIn.Confirmed(one.session(), one.token()));
    }

    /// Which factors may complete a step, and whose it is; empty when it is over.
    public Optional<SignIn.FactorOutstanding> outstanding(Token step) {
        byte[] hash = parts.hash(Purpose.SIGN_IN_STEP, step);
        return parts.db()
                .transact(tx -> steps.find(tx, hash, parts.now(), STEP_TRIES)
                        .map(found -> new SignIn.FactorOutstanding(
                                step, found.person(), factors.enrolled(tx, found.person()), found.expiresAt())));
    }

    /// The second step with the six digits of an authenticator app.
    public SecondStep byTotp(Token step, String code, Browser browser, Witness<SignInTrace> witness) {
        return secondStep(
                step,
                browser,
                witness,
                new Proving(SignInTrace.Means.TOTP, (tx, person) -> factors.useTotp(tx, person, code)));
    }

    /// The second step with a recovery code.
    public SecondStep byRecoveryCode(Token step, String code, Browser browser, Witness<SignInTrace> witness) {
        return secondStep(
                step,
                browser,
                witness,
                new Proving(
                        SignInTrace.Means.RECOVERY_CODE, (tx, person) -> factors.useRecoveryCode(tx, person, code)));
    }

    /// The second step with a passkey.
    ///
    /// @param answerJson the authenticator's answer to [Passkeys#stepOptions]
    public SecondStep byPasskey(Token step, String answerJson, Browser browser, Witness<SignInTrace> witness) {
        Passkeys.Use use = Passkeys.Use.step(parts.hash(Purpose.SIGN_IN_STEP, step));
        return secondStep(
                step,
                browser,
                witness,
                new Proving(
                        SignInTrace.Means.PASSKEY,
                        (tx, person) -> passkeys.prove(tx, use, answerJson).equals(new Passkeys.Proof.Of(person))));
    }

    /// How a second factor is proven.
    ///
    private record Proving(SignInTrace.Means means, Proven proven) {

        @FunctionalInterface
        interface Proven {
            boolean by(Transaction tx, PersonId person);
        }

        /// Whether tries must be counted over all sources.
        boolean isGuessable() {
            return means != SignInTrace.Means.PASSKEY;
        }
    }

    private SecondStep secondStep(Token token, Browser browser, Witness<SignInTrace> witness, Proving proving) {
        byte[] hash = parts.hash(Purpose.SIGN_IN_STEP, token);
        return parts.db().transact(tx -> {
            // The person first: whoever changes a password or keeps somebody out locks in that order too.
            Optional<Account> account = steps.find(tx, hash, parts.now(), STEP_TRIES)
                    .filter(found -> persons.lock(tx, found.person()).isPresent())
                    .flatMap(found -> persons.account(tx, found.person()));
            Optional<Step> step = account.flatMap(_ -> steps.lock(tx, hash, parts.now(), STEP_TRIES));
            if (step.isEmpty()) {
                return new SecondStep.Over();
            }
            List<Budget> budgets = proving.isGuessable() ? codeBudgets(tx, account.get(), browser) : List.of();
            Optional<Instant> closedUntil = throttle.take(tx, budgets);
            Optional<PersonId> person = account.map(Account::id);
            if (closedUntil.isPresent()) {
                failedTries.throttled(tx, person, witness);
                return new SignIn.TooMany(closedUntil.get());
            }
            if (!proving.proven().by(tx, account.get().id())) {
                steps.tried(tx, hash);
                failedTries.failed(tx, person, witness);
                return new SignIn.NotAccepted();
            }
            steps.delete(tx, hash);
            throttle.giveBack(tx, budgets);
            budgets.stream().findFirst().ifPresent(first -> throttle.forget(tx, first));
            SecondStep outcome = complete(tx, step.get().person(), step.get().session(), browser);
            tell(tx, outcome, proving.means(), witness);
            return outcome;
        });
    }

    private List<Budget> codeBudgets(Transaction tx, Account account, Browser browser) {
        return sessions.knows(tx, Optional.of(account.id()), browser)
                ? List.of(Budget.device(account.id(), browser))
                : List.of(Budget.account(account.email().text(), browser), Budget.codes(account.id()));
    }

    /// @param confirmed the session that is to be fresh again; empty for a new one
    private SecondStep complete(Transaction tx, PersonId person, Optional<SessionId> confirmed, Browser browser) {
        if (persons.lock(tx, person).isEmpty()) {
            return new SecondStep.Over();
        }
        return confirmed.isPresent()
                ? confirm(tx, confirmed.get()).<SecondStep>map(done -> done).orElseGet(SecondStep.Over::new)
                : open(tx, person, browser);
    }

    /// Signs in with a passkey alone, which says who it is.
    ///
    /// @param answerJson the authenticator's answer to [Passkeys#signInOptions]
    public SecondStep byPasskeyAlone(String answerJson, Browser browser, Witness<SignInTrace> witness) {
        return parts.db().transact(tx -> switch (passkeys.prove(tx, Passkeys.Use.signIn(), answerJson)) {
            case Passkeys.Proof.Of(PersonId person) -> byPasskey(tx, person, Optional.empty(), browser, witness);
            case Passkeys.Proof.Refused _ -> notAccepted(tx, Optional.empty(), witness);
            case Passkeys.Proof.Over _ -> new SecondStep.Over();
        });
    }

    /// Makes a session fresh again with a passkey alone.
    ///
    /// @param answerJson the authenticator's answer to [Passkeys#confirmOptions]
    public SecondStep confirmByPasskey(
            Session session, String answerJson, Browser browser, Witness<SignInTrace> witness) {
        return parts.db().transact(tx -> switch (passkeys.prove(tx, Passkeys.Use.confirm(session), answerJson)) {
            case Passkeys.Proof.Of(PersonId person)
            when person.equals(session.person()) -> byPasskey(tx, person, Optional.of(session.id()), browser, witness);
            case Passkeys.Proof.Of _, Passkeys.Proof.Refused _ ->
                notAccepted(tx, Optional.of(session.person()), witness);
            case Passkeys.Proof.Over _ -> new SecondStep.Over();
        });
    }

    private SecondStep byPasskey(
            Transaction tx,
            PersonId person,
            Optional<SessionId> confirmed,
            Browser browser,
            Witness<SignInTrace> witness) {
        SecondStep outcome = complete(tx, person, confirmed, browser);
        tell(tx, outcome, SignInTrace.Means.PASSKEY, witness);
        return outcome;
    }

    private SecondStep notAccepted(Transaction tx, Optional<PersonId> person, Witness<SignInTrace> witness) {
        failedTries.failed(tx, person, witness);
        return new SignIn.NotAccepted();
    }

    /// @return whether there may be more
    boolean expire(Transaction tx, int most) {
        return steps.expire(tx, parts.now(), most) == most;
    }
}
