package dev.offramp.people;

import dev.offramp.db.Transaction;
import dev.offramp.tenancy.Founding;
import dev.offramp.tenancy.Integration;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.NewIntegration;
import dev.offramp.tenancy.Tenancy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// How somebody gets an account, and a business of their own.
///
/// **An address that has an account already** gets the same answer as a new one, after the same work: "now sign in".
/// Nothing is made for it and nobody is signed in, so the answer tells nothing. Only what comes after it tells: that
/// one can sign in, or that the name of the business is taken now; at the price of a sign-up of the few that a source
/// has in an hour, and of an account made for each address that had none. Without e-mail that much cannot be avoided:
/// whoever makes an account must be able to use it.
public final class SignUps {

    private final Parts parts;
    private final Tenancy tenancy;
    private final SignUpRule rule;
    private final Passwords passwords;
    private final Throttle throttle;
    private final Invitations invitations;
    private final PersonStore persons = new PersonStore();
    private final MembershipStore memberships = new MembershipStore();

    /// What somebody fills in.
    ///
    /// @param business the name of the business to found
    public record Form(String name, Email email, Password password, String business) {}

    /// Somebody who is not there yet.
    private record Newcomer(Person person, NewPassword.Prepared password) {

        PersonId id() {
            return person.id();
        }
    }

    /// Ends a transaction without a trace of it, because of an address that has an account.
    private static final class AddressTaken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        AddressTaken() {
            super("the address has an account", null, false, false);
        }
    }

    SignUps(
            Parts parts,
            Tenancy tenancy,
            SignUpRule rule,
            Passwords passwords,
            Throttle throttle,
            Invitations invitations) {
        this.parts = parts;
        this.tenancy = tenancy;
        this.rule = rule;
        this.passwords = passwords;
        this.throttle = throttle;
        this.invitations = invitations;
    }

    /// Who may found a business here.
    public SignUpRule rule() {
        return rule;
    }

    /// Signs up whoever comes, where everybody may found a business: the person, the business and their ownership, or
    /// nothing. The witness hears of what was made, which is more than what is answered.
    public SignUp signUp(Form form, Browser browser, Witness<SignUp.Joined> witness) {
        if (rule != SignUpRule.OPEN) {
            return new SignUp.NotAllowed();
        }
        Optional<Instant> closedUntil = parts.db().transact(tx -> throttle.take(tx, List.of(Budget.signUps(browser))));
        if (closedUntil.isPresent()) {
            return new SignUp.TooMany(closedUntil.get());
        }
        return make(form.name(), form.email(), form.password(), new SignUp.Received(), (tx, newcomer) -> {
            SignUp made = found(tx, newcomer.id(), form.business(), () -> insert(tx, newcomer));
            heard(tx, made, witness);
            return made instanceof SignUp.Joined ? new SignUp.Received() : made;
        });
    }

    /// Signs up whom an invitation is for, with the place in a business that it offers, or with a business of their
    /// own.
    ///
    /// @param business the name of the business to found; not looked at where a place in one is offered
    public SignUp byInvitation(
            Token token, String name, Password password, String business, Witness<SignUp.Joined> witness) {
        Optional<Invitation> invitation = parts.db().transact(tx -> invitations.find(tx, token));
        if (invitation.isEmpty()) {
            return new SignUp.NoInvitation();
        }
        Email email = invitation.get().email();
        return make(name, email, password, new SignUp.HasAccount(), (tx, newcomer) -> {
            Optional<Invitation> locked = invitations.lock(tx, token);
            SignUp made =
                    locked.map(found -> settle(tx, found, newcomer, business)).orElseGet(SignUp.NoInvitation::new);
            heard(tx, made, witness);
            return made;
        });
    }

    private SignUp settle(Transaction tx, Invitation invitation, Newcomer newcomer, String business) {
        return switch (invitation.offer()) {
            case Invitation.Offer.Business _ ->
                foundInvited(tx, invitation, newcomer.id(), business, () -> insert(tx, newcomer));
            case Invitation.Offer.Place(IntegrationId integration, Role role) -> {
                insert(tx, newcomer);
                invitations.use(tx, invitation);
                yield join(tx, newcomer.id(), integration, role);
            }
        };
    }

    /// Founds one more business for somebody who is signed in, where everybody may.
    public SignUp found(Transaction tx, PersonId person, String business) {
        return rule == SignUpRule.OPEN ? found(tx, person, business, () -> {}) : new SignUp.NotAllowed();
    }

    /// Founds a business for somebody who is signed in and was invited to.
    public SignUp foundByInvitation(Transaction tx, Token token, PersonId person, String business) {
        Email email = persons.find(tx, person).orElseThrow().email();
        return invitations
                .lock(tx, token)
                .filter(invitation -> invitation.offer() instanceof Invitation.Offer.Business)
                .filter(invitation -> invitation.email().equals(email))
                .map(invitation -> foundInvited(tx, invitation, person, business, () -> {}))
                .orElseGet(SignUp.NoInvitation::new);
    }

    private SignUp foundInvited(
            Transaction tx, Invitation invitation, PersonId person, String business, Runnable makePerson) {
        if (rule == SignUpRule.CLOSED) {
            return new SignUp.NotAllowed();
        }
        SignUp made = found(tx, person, business, makePerson);
        if (made instanceof SignUp.Joined) {
            invitations.use(tx, invitation);
        }
        return made;
    }

    /// The business first: of what is refused for its name nothing is left, whether the address is new or not.
    private SignUp found(Transaction tx, PersonId person, String business, Runnable makePerson) {
        return switch (tenancy.found(tx, business)) {
            case NewIntegration.NameTaken _ -> new SignUp.BusinessNameTaken();
            case NewIntegration.NotAName _ -> new SignUp.BusinessNameUnfit();
            case Founding.Founded(Integration integration) -> {
                makePerson.run();
                yield join(tx, person, integration.id(), Role.OWNER);
            }
        };
    }

    private SignUp join(Transaction tx, PersonId person, IntegrationId integration, Role role) {
        memberships.insert(tx, new Membership(person, integration, role, parts.now()));
        return new SignUp.Joined(person, integration, role);
    }

    /// Makes a person in one transaction with what `work` makes.
    ///
    /// @param taken the answer where the address has an account
    private SignUp make(
            String name, Email email, Password wanted, SignUp taken, BiFunction<Transaction, Newcomer, SignUp> work) {
        if (!Person.isName(name)) {
            return new SignUp.NameUnfit();
        }
        return switch (passwords.prepare(wanted, email, Passwords.Whose.STRANGER)) {
            case NewPassword.Unfit(PasswordProblem problem) -> new SignUp.PasswordUnfit(problem);
            case NewPassword.Busy _ -> new SignUp.Busy();
            case NewPassword.Prepared password -> {
                PersonId id = new PersonId(parts.ids().next());
                Person person = new Person(id, email, name, false, false, false, false, parts.now());
                try {
                    yield parts.db().transact(tx -> work.apply(tx, new Newcomer(person, password)));
                } catch (AddressTaken e) {
                    yield taken;
                }
            }
        };
    }

    private void insert(Transaction tx, Newcomer newcomer) {
        if (!persons.insert(tx, newcomer.person(), newcomer.password().hash(), false)) {
            throw new AddressTaken();
        }
    }

    private static void heard(Transaction tx, SignUp made, Witness<SignUp.Joined> witness) {
        if (made instanceof SignUp.Joined joined) {
            witness.hear(tx, joined);
        }
    }
}
