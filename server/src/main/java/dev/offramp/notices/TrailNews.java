package dev.offramp.notices;

import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.people.People;
import dev.offramp.people.Person;
import dev.offramp.people.PersonId;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import dev.offramp.trail.Action;
import dev.offramp.trail.Actor;
import dev.offramp.trail.Concern;
import dev.offramp.trail.Entry;
import dev.offramp.trail.Subject;
import java.util.List;
import java.util.Optional;

/// What entries of the audit log tell whom.
record TrailNews(People people) {

    /// What the entry of a sign-in says after it of a browser that was never seen, where others were.
    static final String NEW_BROWSER = "new";

    private static final String SECURITY = "/me/security";
    private static final String OPERATOR = "An operator of this server";

    /// Who is in a business no more.
    record Left(PersonId person, IntegrationId integration) {}

    static Optional<Left> left(Entry entry) {
        Optional<IntegrationId> integration = entry.concern().integration();
        return Action.parse(entry.action()).equals(Optional.of(Action.MEMBER_REMOVED)) && integration.isPresent()
                ? person(entry).map(person -> new Left(person, integration.get()))
                : Optional.empty();
    }

    List<News> of(Transaction tx, Entry entry) {
        return Action.parse(entry.action()).map(action -> of(tx, entry, action)).orElse(List.of());
    }

    private List<News> of(Transaction tx, Entry entry, Action action) {
        return switch (action) {
            case SIGNED_IN,
                    PASSWORD_CHANGED,
                    PASSWORD_RESET,
                    EMAIL_CHANGED,
                    TOTP_ENABLED,
                    TOTP_DISABLED,
                    PASSKEY_ADDED,
                    PASSKEY_REMOVED,
                    RECOVERY_CODES_CREATED,
                    RECOVERY_CODE_USED -> ofOneself(entry, action);
            case MEMBER_INVITED, MEMBER_JOINED, MEMBER_ROLE_CHANGED, MEMBER_REMOVED -> ofTeam(tx, entry, action);
            case CREDENTIAL_CREATED, CREDENTIAL_ROTATED, CREDENTIAL_LIMITED, CREDENTIAL_REVOKED ->
                did(tx, entry, Kind.CREDENTIAL, "/developers/credentials");
            case PIN_SET, PIN_UNFROZEN -> did(tx, entry, Kind.SECRETS, "/settings");
            case WEBHOOK_SECRET_ROTATED, WEBHOOK_SECRET_SEPARATED ->
                did(tx, entry, Kind.SECRETS, "/developers/webhooks/secret");
            case SETTLEMENT_CHANGED -> did(tx, entry, Kind.SETTLEMENT_CHANGED, "/settings");
            case INTEGRATION_APPROVED, PRODUCTION_CLOSED, INTEGRATION_SUSPENDED, INTEGRATION_RESUMED ->
                ofStanding(entry, action);
            case DEPOSIT_REJECTED ->
                ofDeposit(entry, Kind.DEPOSIT_DECIDED, "A deposit that was held back was rejected.");
            case INCIDENT_CORRECTED ->
                ofDeposit(entry, Kind.INCIDENT, "A deposit that left its chain was taken back out of the balance.");
            case INCIDENT_DISMISSED ->
                ofDeposit(
                        entry,
                        Kind.INCIDENT,
                        "A deposit that had left its chain is there again. Its money is free again.");
            // Whoever does the rest sees it happen, and nobody else must act.
            default -> List.of();
        };
    }

    private static List<News> ofOneself(Entry entry, Action action) {
        boolean isTold = action != Action.SIGNED_IN || isFromNewBrowser(entry);
        Optional<PersonId> whose = action == Action.PASSWORD_RESET || action == Action.EMAIL_CHANGED
                ? person(entry).or(() -> doneBy(entry))
                : doneBy(entry);
        return isTold
                ? whose
                        .map(person -> News.of(
                                Kind.OWN_SECURITY,
                                new About.Oneself(person),
                                entry.at(),
                                ownText(entry, action),
                                SECURITY))
                        .stream()
                        .toList()
                : List.of();
    }

    private static boolean isFromNewBrowser(Entry entry) {
        return NEW_BROWSER.equals(entry.after().values().get("browser"));
    }

    private static String ownText(Entry entry, Action action) {
        String from = entry.from().map(address -> " from " + address).orElse("");
        return switch (action) {
            case SIGNED_IN -> "You signed in with a browser that was not used before" + from + ".";
            case RECOVERY_CODE_USED -> "A recovery code was used to sign in" + from + ".";
            case PASSWORD_CHANGED -> "Your password was changed.";
            case PASSWORD_RESET -> "Your password was set anew by a link.";
            case EMAIL_CHANGED -> "Your e-mail address was changed.";
            case TOTP_ENABLED -> "An authenticator app was added to your account.";
            case TOTP_DISABLED -> "The authenticator app of your account was removed.";
            case PASSKEY_ADDED -> "A passkey was added to your account.";
            case PASSKEY_REMOVED -> "A passkey of your account was removed.";
            case RECOVERY_CODES_CREATED -> "New recovery codes were made for your account.";
            default -> throw new IllegalArgumentException("nobody is told of their own " + action);
        };
    }

    private List<News> ofTeam(Transaction tx, Entry entry, Action action) {
        boolean isLeaving = action == Action.MEMBER_REMOVED && person(entry).equals(doneBy(entry));
        List<News> team = isLeaving
                ? said(entry, Kind.TEAM, entry.actor().words() + " left the team.", "/team")
                : did(tx, entry, Kind.TEAM, "/team");
        Optional<About> business = about(entry);
        boolean isOwn = action == Action.MEMBER_ROLE_CHANGED || action == Action.MEMBER_REMOVED;
        Optional<PersonId> whose = person(entry).filter(person -> !doneBy(entry).equals(Optional.of(person)));
        if (!isOwn || whose.isEmpty() || business.isEmpty()) {
            return team;
        }
        String text = action == Action.MEMBER_REMOVED
                ? "You are no longer in the team of a business."
                : "Your role in a business is now " + entry.after().values().getOrDefault("role", "another") + ".";
        News own = News.of(Kind.OWN_PLACE, new About.Oneself(whose.get()), entry.at(), text, "/me");
        return team.isEmpty() ? List.of(own) : List.of(team.getFirst(), own);
    }

    /// Somebody did something, as the audit log words it.
    private List<News> did(Transaction tx, Entry entry, Kind kind, String path) {
        return said(entry, kind, actor(tx, entry) + " " + entry.words() + ".", path);
    }

    private static List<News> said(Entry entry, Kind kind, String text, String path) {
        return about(entry)
                .map(about -> News.of(kind, about, entry.at(), text, path).doneBy(doneBy(entry)))
                .stream()
                .toList();
    }

    private static List<News> ofStanding(Entry entry, Action action) {
        boolean isProduction = entry.after().values().containsKey("production");
        String text = switch (action) {
            case INTEGRATION_APPROVED -> "The business may use production now.";
            case INTEGRATION_RESUMED -> "The business works again: its requests are answered.";
            case PRODUCTION_CLOSED -> "Production is closed to the business. Ask who runs this server.";
            default -> "The business is suspended: its requests are refused. Ask who runs this server.";
        };
        return entry
                .concern()
                .integration()
                .map(id -> News.of(
                        Kind.ACCOUNT_STANDING,
                        new About.Whole(id, isProduction ? Environment.PRODUCTION : Environment.DEVELOPMENT),
                        entry.at(),
                        text,
                        ""))
                .stream()
                .toList();
    }

    /// Who decides is an operator, and none of the business's.
    private static List<News> ofDeposit(Entry entry, Kind kind, String text) {
        return about(entry)
                .map(about -> News.of(kind, about, entry.at(), text, "/transactions/" + entry.subjectId()))
                .stream()
                .toList();
    }

    private static Optional<About> about(Entry entry) {
        return switch (entry.concern()) {
            case Concern.Platform() -> Optional.empty();
            case Concern.Whole(IntegrationId id) -> Optional.of(new About.Whole(id, Environment.DEVELOPMENT));
            case Concern.Part(Tenant tenant) -> Optional.of(new About.Part(tenant));
        };
    }

    private static Optional<PersonId> doneBy(Entry entry) {
        return entry.actor() instanceof Actor.Person(ObjectId id, String _)
                ? Optional.of(new PersonId(id))
                : Optional.empty();
    }

    private static Optional<PersonId> person(Entry entry) {
        return entry.subjectKind().equals(Subject.Kind.PERSON.code())
                ? ObjectId.parse(entry.subjectId()).map(PersonId::new)
                : Optional.empty();
    }

    /// Who runs the server is nobody's colleague, and not named.
    private String actor(Transaction tx, Entry entry) {
        return switch (entry.actor()) {
            case Actor.Person(ObjectId id, String email) -> isColleague(tx, new PersonId(id), entry) ? email : OPERATOR;
            case Actor.CommandLine _ -> OPERATOR;
            case Actor.Application(String appId) -> appId;
            case Actor.Program() -> "This server";
        };
    }

    /// Whoever has left meanwhile was one.
    private boolean isColleague(Transaction tx, PersonId person, Entry entry) {
        boolean isOperator = people.find(tx, person).filter(Person::isOperator).isPresent();
        return !isOperator
                || entry.concern()
                        .integration()
                        .flatMap(integration -> people.memberships().role(tx, person, integration))
                        .isPresent();
    }
}
