package dev.offramp.dashboard;

import dev.offramp.people.Person;
import dev.offramp.people.ProductionAccess;
import dev.offramp.tenancy.Environment;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Decides who may come to which page. In this order: signed in, with a password of
/// their own, one of those who may know of it, the permission, what
/// production asks for, a fresh sign-in.
final class Doorkeeper {

    private final DashboardSettings settings;

    Doorkeeper(DashboardSettings settings) {
        this.settings = settings;
    }

    /// What was decided.
    sealed interface Verdict {

        /// @param business the one in the path, for pages of one
        record Admitted(Optional<Business> business) implements Verdict {}

        record SignInFirst() implements Verdict {}

        /// Somebody else may know the password.
        record PasswordFirst() implements Verdict {}

        record ConfirmFirst() implements Verdict {}

        /// Nothing here that concerns them.
        record NotThere() implements Verdict {}

        record NotAllowed(Business business, Permission wanted) implements Verdict {}

        /// Production is not open, to them or to anybody.
        ///
        /// @param why a sentence
        record ProductionClosed(Business business, String why) implements Verdict {}

        /// An operator whose own sign-in is not as safe as it must be.
        record OperatorUnsafe(String why) implements Verdict {}
    }

    Verdict judge(Access access, Caller caller, Map<String, String> path, Instant now) {
        if (access instanceof Access.Open) {
            return new Verdict.Admitted(environment(path).flatMap(known -> business(caller, path, known)));
        }
        if (caller.presence().isEmpty()) {
            return new Verdict.SignInFirst();
        }
        if (caller.person().orElseThrow().mustChangePassword() && !isForMadePasswords(access)) {
            return new Verdict.PasswordFirst();
        }
        Verdict verdict = switch (access) {
            case Access.Open _, Access.SignedIn _ -> new Verdict.Admitted(Optional.empty());
            case Access.Member(Permission permission, boolean _) -> member(permission, caller, path);
            case Access.Operator _ -> operator(caller.person().orElseThrow());
        };
        boolean isStale = access.needsFresh() && !caller.session().orElseThrow().isFresh(now);
        return verdict instanceof Verdict.Admitted && isStale ? new Verdict.ConfirmFirst() : verdict;
    }

    private static boolean isForMadePasswords(Access access) {
        return access instanceof Access.SignedIn(boolean _, boolean isForMadePasswords) && isForMadePasswords;
    }

    private Verdict member(Permission permission, Caller caller, Map<String, String> path) {
        Optional<Business> found = environment(path).flatMap(known -> business(caller, path, known));
        if (found.isEmpty()) {
            return new Verdict.NotThere();
        }
        Business business = found.get();
        if (!business.may(permission)) {
            return new Verdict.NotAllowed(business, permission);
        }
        return business.environment() == Environment.DEVELOPMENT
                ? new Verdict.Admitted(found)
                : production(business, caller.person().orElseThrow());
    }

    private Verdict production(Business business, Person person) {
        if (!settings.isProductionEnabled()) {
            return new Verdict.ProductionClosed(business, "Production is switched off on this installation.");
        }
        if (!business.integration().productionApproved()) {
            return new Verdict.ProductionClosed(
                    business, "Production opens for this business when an operator has approved it.");
        }
        return unsafe(person)
                .<Verdict>map(why -> new Verdict.ProductionClosed(business, why))
                .orElseGet(() -> new Verdict.Admitted(Optional.of(business)));
    }

    private Verdict operator(Person person) {
        if (!person.isOperator()) {
            return new Verdict.NotThere();
        }
        return unsafe(person)
                .filter(_ -> settings.isProductionEnabled())
                .<Verdict>map(Verdict.OperatorUnsafe::new)
                .orElseGet(() -> new Verdict.Admitted(Optional.empty()));
    }

    /// Why somebody's sign-in is not safe enough for real money.
    private static Optional<String> unsafe(Person person) {
        return switch (person.productionAccess()) {
            case ProductionAccess.OPEN -> Optional.empty();
            case ProductionAccess.PASSWORD_UNCHANGED ->
                Optional.of("Change the password that the program made for you first.");
            case ProductionAccess.NO_SECOND_FACTOR ->
                Optional.of("Add an authenticator app or a passkey to your sign-in first.");
        };
    }

    /// Only as it is written in links: `sandbox` and capitals are no address of ours.
    private static Optional<Environment> environment(Map<String, String> path) {
        return Optional.ofNullable(path.get("environment"))
                .flatMap(code ->
                        Environment.parse(code).filter(known -> known.code().equals(code)));
    }

    private static Optional<Business> business(Caller caller, Map<String, String> path, Environment environment) {
        return caller.business(path.getOrDefault("business", ""), environment);
    }
}
