package dev.offramp.people;

import dev.offramp.db.Transaction;
import dev.offramp.tenancy.IntegrationId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Who is what to which business. One that has an owner keeps one who can sign in; who may change whom is for the
/// faces to say.
public final class Memberships {

    private final Parts parts;
    private final MembershipStore store = new MembershipStore();

    Memberships(Parts parts) {
        this.parts = parts;
    }

    /// What a person is to a business; empty when nothing.
    public Optional<Role> role(Transaction tx, PersonId person, IntegrationId integration) {
        return store.find(tx, person, integration).map(Membership::role);
    }

    /// A person's places, oldest first.
    public List<Membership> of(Transaction tx, PersonId person) {
        return store.of(tx, person);
    }

    /// All places in a business, oldest first.
    public List<Membership> in(Transaction tx, IntegrationId integration) {
        return store.in(tx, integration);
    }

    /// The places in several businesses of those who may sign in.
    public List<Membership> working(Transaction tx, Collection<IntegrationId> integrations) {
        return integrations.isEmpty() ? List.of() : store.working(tx, integrations);
    }

    /// Gives somebody a place.
    ///
    /// @return false when they have one there
    public boolean add(Transaction tx, PersonId person, IntegrationId integration, Role role) {
        return store.insert(tx, new Membership(person, integration, role, parts.now()));
    }

    /// Changes somebody's role.
    ///
    /// @param mayTouch whether whoever wants it may change somebody of a role; asked of the role that is changed,
    ///     which may be another than the one they were shown a moment ago
    public MembershipChange setRole(
            Transaction tx, PersonId person, IntegrationId integration, Role role, Predicate<Role> mayTouch) {
        return change(
                tx,
                person,
                integration,
                mayTouch,
                role == Role.OWNER,
                () -> store.setRole(tx, person, integration, role));
    }

    /// Takes somebody's place away.
    ///
    /// @param mayTouch as of [#setRole]
    public MembershipChange remove(
            Transaction tx, PersonId person, IntegrationId integration, Predicate<Role> mayTouch) {
        return change(tx, person, integration, mayTouch, false, () -> store.delete(tx, person, integration));
    }

    /// The owners first, so that of two changes in one business the second sees what the first did; then the one who is
    /// changed, who may be no owner yet.
    private MembershipChange change(
            Transaction tx,
            PersonId person,
            IntegrationId integration,
            Predicate<Role> mayTouch,
            boolean staysOwner,
            Runnable effect) {
        List<PersonId> owners = store.lockOwners(tx, integration);
        Optional<Role> before = store.lock(tx, person, integration).map(Membership::role);
        if (before.isEmpty()) {
            return new MembershipChange.NotAMember();
        }
        if (!mayTouch.test(before.get())) {
            return new MembershipChange.NotTheirs(before.get());
        }
        boolean isLast = before.get() == Role.OWNER && owners.stream().allMatch(person::equals);
        if (isLast && !staysOwner) {
            return new MembershipChange.LastOwner();
        }
        effect.run();
        return new MembershipChange.Changed(before.get());
    }
}
