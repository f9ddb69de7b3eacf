package dev.offramp.people;

import dev.offramp.db.Database;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.Transaction;
import dev.offramp.jobs.Step;
import dev.offramp.secrets.ServerKey;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenancy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Persons, and by subject all that is about who signs in to the dashboard.
///
/// What takes a [Transaction] happens in the caller's; what hashes a password has transactions of its own, and tells a
/// [Witness] of what it changed.
public final class People {

    /// The address of the first owner: RFC 6761 keeps that name from ever being somebody's.
    private static final String FIRST_EMAIL = "owner@offramp.localhost";

    private static final String FIRST_NAME = "Owner";
    private static final int FIRST_PASSWORD_BYTES = 18;

    /// How long somebody waits for a place to hash.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Parts parts;
    private final Passwords passwords;
    private final Throttle throttle;
    private final Sessions sessions;
    private final SecondFactors secondFactors;
    private final Passkeys passkeys;
    private final SignIns signIns;
    private final Memberships memberships;
    private final Invitations invitations;
    private final PasswordResets passwordResets;
    private final SignUps signUps;
    private final LinkWishes linkWishes;
    private final AddressChanges addressChanges;
    private final PersonStore store = new PersonStore();
    private final StepStore steps = new StepStore();
    private final InvitationStore links = new InvitationStore();

    private People(Parts parts, Tenancy tenancy, PeopleRules rules, Passwords passwords) {
        this.parts = parts;
        this.passwords = passwords;
        this.throttle = new Throttle(parts);
        this.sessions = new Sessions(parts);
        this.secondFactors = new SecondFactors(parts, sessions);
        this.passkeys = new Passkeys(parts, PasskeySite.of(rules.publicUrl()), sessions, secondFactors, throttle);
        this.signIns = new SignIns(parts, passwords, sessions, secondFactors, passkeys, throttle);
        this.memberships = new Memberships(parts);
        this.invitations = new Invitations(parts);
        this.passwordResets = new PasswordResets(parts, passwords, sessions, secondFactors);
        this.linkWishes = new LinkWishes(parts, throttle);
        this.addressChanges = new AddressChanges(parts, throttle);
        this.signUps = new SignUps(parts, tenancy, rules.signUp(), passwords, throttle, invitations);
    }

    /// @param random makes secrets, so in the running server it is a `SecureRandom`
    public static People create(
            Database db,
            ServerKey key,
            Tenancy tenancy,
            ObjectIds ids,
            InstantSource clock,
            RandomGenerator random,
            PeopleRules rules) {
        return create(
                new Parts(db, key, ids, clock, random),
                tenancy,
                rules,
                new Passwords(new Argon2id(), Argon2id.COST, random, PATIENCE));
    }

    static People create(Parts parts, Tenancy tenancy, PeopleRules rules, Passwords passwords) {
        return new People(parts, tenancy, rules, passwords);
    }

    public SignIns signIns() {
        return signIns;
    }

    public Sessions sessions() {
        return sessions;
    }

    public SecondFactors secondFactors() {
        return secondFactors;
    }

    public Passkeys passkeys() {
        return passkeys;
    }

    public Memberships memberships() {
        return memberships;
    }

    public Invitations invitations() {
        return invitations;
    }

    public PasswordResets passwordResets() {
        return passwordResets;
    }

    public SignUps signUps() {
        return signUps;
    }

    public LinkWishes linkWishes() {
        return linkWishes;
    }

    public AddressChanges addressChanges() {
        return addressChanges;
    }

    /// The person with this id.
    public Optional<Person> find(Transaction tx, PersonId id) {
        return store.find(tx, id);
    }

    /// Those with these ids.
    public Map<PersonId, Person> find(Transaction tx, Collection<PersonId> ids) {
        return store.find(tx, ids).stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /// The person with this address.
    public Optional<Person> find(Transaction tx, Email email) {
        return store.find(tx, email);
    }

    /// Everybody, oldest first.
    public List<Person> list(Transaction tx) {
        return store.list(tx);
    }

    /// Those who run the installation and may sign in, oldest first.
    public List<Person> operators(Transaction tx) {
        return store.operators(tx);
    }

    /// Examines and hashes the password somebody wants in the place of theirs. Computes two hashes, in no transaction.
    public NewPassword preparePassword(PersonId person, Password wanted) {
        PersonStore.Account account = parts.db()
                .transact(tx -> store.account(tx, person))
                .orElseThrow(() -> new IllegalArgumentException("nobody who may sign in"));
        Optional<Boolean> isSame =
                passwords.fits(wanted, PasswordHash.parse(account.passwordHash()), Passwords.Whose.KNOWN);
        if (isSame.isEmpty()) {
            return new NewPassword.Busy();
        }
        return isSame.get()
                ? new NewPassword.Unfit(PasswordProblem.UNCHANGED)
                : passwords.prepare(wanted, account.email(), Passwords.Whose.KNOWN);
    }

    /// Changes the password of whose session it is.
    public PersonChange changePassword(Transaction tx, Session session, NewPassword.Prepared prepared) {
        if (!session.isFresh(parts.now()) || store.lock(tx, session.person()).isEmpty()) {
            return new PersonChange.NotFresh();
        }
        store.setPassword(tx, session.person(), prepared.hash());
        Optional<Sessions.Opened> renewed = sessions.renew(tx, session.id());
        if (renewed.isEmpty()) {
            return new PersonChange.NotFresh();
        }
        steps.deleteAll(tx, session.person());
        links.deleteReset(tx, session.person());
        sessions.revokeOthers(tx, session);
        return new PersonChange.PasswordChanged(renewed.get().token());
    }

    /// Changes the name people see.
    public PersonChange rename(Transaction tx, PersonId person, String name) {
        if (!Person.isName(name)) {
            return new PersonChange.NameUnfit();
        }
        store.setName(tx, person, name);
        return new PersonChange.Changed();
    }

    /// Keeps somebody out, at once and everywhere, or lets them in again. For operators, who may do it to the last
    /// owner of a business too: an account in wrong hands cannot wait.
    ///
    /// @return whether there is such a person
    public boolean setDisabled(Transaction tx, PersonId person, boolean disabled) {
        boolean isThere = store.setDisabled(tx, person, disabled);
        if (isThere && disabled) {
            steps.deleteAll(tx, person);
            links.deleteReset(tx, person);
            sessions.revokeAll(tx, person);
        }
        return isThere;
    }

    /// Makes somebody an operator of this installation, or ends that. Their sessions end: they sign in to what they
    /// are now.
    ///
    /// @return whether there is such a person
    public boolean setOperator(Transaction tx, PersonId person, boolean operator) {
        boolean isThere = store.setOperator(tx, person, operator);
        if (isThere) {
            sessions.revokeAll(tx, person);
        }
        return isThere;
    }

    /// The owner of the sandbox's integration, made if this is the first start; however many processes start first,
    /// one makes it.
    ///
    /// @param keep gets address and password before the commit, so that a crash in between cannot lose the
    ///     only copy; what it got counts only if this method returns
    public FirstOwner ensureFirstOwner(IntegrationId sandbox, Consumer<FirstOwner.Made> keep) {
        if (parts.db().transact(store::hasFirst)) {
            return new FirstOwner.Existing();
        }
        Password password =
                new Password(Base64.getUrlEncoder().encodeToString(parts.randomBytes(FIRST_PASSWORD_BYTES)));
        PasswordHash hash = passwords
                .hash(password, Passwords.Whose.KNOWN)
                .orElseThrow(() -> new IllegalStateException("nobody signs in before the first owner"));
        return parts.db().transact(tx -> makeFirst(tx, sandbox, password, hash, keep));
    }

    private FirstOwner makeFirst(
            Transaction tx,
            IntegrationId sandbox,
            Password password,
            PasswordHash hash,
            Consumer<FirstOwner.Made> keep) {
        Person person = new Person(
                new PersonId(parts.ids().next()),
                new Email(FIRST_EMAIL),
                FIRST_NAME,
                true,
                true,
                false,
                false,
                parts.now());
        if (!store.insert(tx, person, hash.text(), true)) {
            return new FirstOwner.Existing();
        }
        memberships.add(tx, person.id(), sandbox, Role.OWNER);
        FirstOwner.Made made = new FirstOwner.Made(person, password);
        keep.accept(made);
        return made;
    }

    /// The step that removes sessions, devices, steps, challenges, links and budgets that are over.
    public Step expireStep() {
        return new Expiry(
                parts.db(),
                List.of(
                        sessions::expire,
                        signIns::expire,
                        passkeys::expire,
                        passwordResets::expire,
                        linkWishes::expire,
                        addressChanges::expire,
                        throttle::expire));
    }
}
