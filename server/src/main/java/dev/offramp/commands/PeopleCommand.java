package dev.offramp.commands;

import dev.offramp.app.Installation;
import dev.offramp.app.Platform;
import dev.offramp.db.Transaction;
import dev.offramp.people.Email;
import dev.offramp.people.Invitation;
import dev.offramp.people.Invitations;
import dev.offramp.people.Membership;
import dev.offramp.people.Person;
import dev.offramp.people.Role;
import dev.offramp.people.SignUpRule;
import dev.offramp.people.Token;
import dev.offramp.tenancy.Integration;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.trail.Action;
import dev.offramp.trail.Details;
import dev.offramp.trail.NewEntry;
import dev.offramp.trail.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `people`: who signs in to the dashboard.
@Command(name = "people", description = "Who signs in to the dashboard.", synopsisSubcommandLabel = "COMMAND")
final class PeopleCommand {

    private final Desk desk;

    PeopleCommand(Desk desk) {
        this.desk = desk;
    }

    private record Place(String integration, String role) {}

    private record Listed(
            String email,
            String name,
            String state,
            boolean isOperator,
            boolean hasSecondFactor,
            List<Place> places,
            Instant createdAt) {}

    private record Invited(String email, String to, String link, Instant expiresAt) {}

    private record Reset(String email, String link, boolean removesFactors) {}

    private record Changed(String email, String state) {}

    @Command(description = "List them, oldest first.")
    int list(@Mixin JsonOption json) {
        return desk.answer(json.on(), platform -> {
            Map<IntegrationId, String> names = platform.tenancy().integrations().stream()
                    .collect(Collectors.toMap(Integration::id, Integration::name));
            return platform.db()
                    .transact(tx -> platform.people().list(tx).stream()
                            .map(person -> listed(
                                    person, platform.people().memberships().of(tx, person.id()), names))
                            .toList());
        });
    }

    private static Listed listed(Person person, List<Membership> places, Map<IntegrationId, String> names) {
        return new Listed(
                person.email().text(),
                person.name(),
                person.isDisabled() ? "disabled" : "works",
                person.isOperator(),
                person.hasSecondFactor(),
                places.stream()
                        .map(one -> new Place(
                                names.get(one.integration()), one.role().code()))
                        .toList(),
                person.createdAt());
    }

    @Command(
            description = "Make an invitation: into an integration, or to found one. Its link works once, for 7 days,"
                    + " and is shown this once. It is mailed by itself where OFFRAMP_SMTP_URL is set; else send it"
                    + " yourself.")
    int invite(
            @Parameters(paramLabel = "EMAIL") Email email,
            @Option(
                            names = "--integration",
                            paramLabel = "NAME|ID",
                            description = "The integration to join; without it, they found one of their own.")
                    @Nullable
                    String integration,
            @Option(
                            names = "--role",
                            paramLabel = "ROLE",
                            defaultValue = "owner",
                            description = "owner (the default), admin, developer, finance or viewer.")
                    Role role,
            @Mixin JsonOption json) {
        return desk.print(
                json.on(),
                desk.open(installation -> invite(installation, email, Optional.ofNullable(integration), role)));
    }

    private Invited invite(Installation installation, Email email, Optional<String> integration, Role role) {
        Platform platform = installation.platform();
        Optional<Integration> place = integration.map(name -> integration(platform, name));
        if (place.isEmpty() && platform.people().signUps().rule() == SignUpRule.CLOSED) {
            throw new CommandRefused("OFFRAMP_SIGN_UP is closed: nobody can found an integration in the dashboard");
        }
        Invitation.Offer offer = place.<Invitation.Offer>map(found -> new Invitation.Offer.Place(found.id(), role))
                .orElseGet(Invitation.Offer.Business::new);
        Invitations.Made made = platform.db().transact(tx -> {
            Invitations.Made invited = platform.people().invitations().invite(tx, email, offer, Optional.empty());
            platform.trail().record(tx, invitation(invited.invitation(), place, role));
            String to = place.map(found -> "the team of " + found.name() + " as " + role.code())
                    .orElse("found a business");
            platform.mail().post(tx, platform.notices().letters().invitation(invited, to));
            return invited;
        });
        return new Invited(
                email.text(),
                place.map(found -> found.name() + ", " + role.code()).orElse("an integration of their own"),
                installation.publicUrl() + "/invitations/" + made.token().text(),
                made.invitation().expiresAt());
    }

    private NewEntry invitation(Invitation invitation, Optional<Integration> place, Role role) {
        Action action = place.isPresent() ? Action.MEMBER_INVITED : Action.FOUNDER_INVITED;
        NewEntry entry = desk.entry(action, Subject.Kind.INVITATION, invitation.id())
                .after(Details.of("e-mail", invitation.email()).with("role", role.code()));
        return place.map(found -> entry.concerning(found.id())).orElse(entry);
    }

    private static Integration integration(Platform platform, String name) {
        return platform.tenancy().find(name).orElseThrow(() -> new CommandRefused("no integration is called " + name));
    }

    @Command(
            name = "reset-password",
            description = "Make a link that sets a password, for somebody who forgot theirs. It works once, for an"
                    + " hour, and is shown this once. It is mailed by itself where OFFRAMP_SMTP_URL is set; give it to"
                    + " nobody else.")
    int resetPassword(
            @Parameters(paramLabel = "EMAIL") Email email,
            @Option(
                            names = "--remove-factors",
                            description = "Using it also takes their second factors away, for somebody who lost them.")
                    boolean removeFactors,
            @Mixin JsonOption json) {
        return desk.print(json.on(), desk.open(installation -> {
            Token link = change(installation.platform(), email, (tx, person) -> {
                requireWorking(person);
                Platform platform = installation.platform();
                Token made = platform.people().passwordResets().make(tx, person.id(), removeFactors);
                platform.trail()
                        .record(
                                tx,
                                desk.entry(Action.PASSWORD_RESET_OFFERED, Subject.Kind.PERSON, person.id())
                                        .after(Details.of("removes second factors", removeFactors)));
                platform.mail().post(tx, platform.notices().letters().passwordReset(person, made));
                return made;
            });
            return new Reset(email.text(), installation.publicUrl() + "/reset-password/" + link.text(), removeFactors);
        }));
    }

    private static void requireWorking(Person person) {
        if (person.isDisabled()) {
            throw new CommandRefused(person.email() + " is disabled");
        }
    }

    @Command(description = "Keep somebody out, at once and everywhere.")
    int disable(@Parameters(paramLabel = "EMAIL") Email email, @Mixin JsonOption json) {
        return set(
                email,
                json,
                "disabled",
                Action.PERSON_DISABLED,
                platform -> (tx, person) -> platform.people().setDisabled(tx, person.id(), true));
    }

    @Command(description = "Let somebody in again who was kept out.")
    int enable(@Parameters(paramLabel = "EMAIL") Email email, @Mixin JsonOption json) {
        return set(
                email,
                json,
                "works",
                Action.PERSON_ENABLED,
                platform -> (tx, person) -> platform.people().setDisabled(tx, person.id(), false));
    }

    @Command(name = "make-operator", description = "Let somebody run this installation. They sign in anew.")
    int makeOperator(
            @Parameters(paramLabel = "EMAIL") Email email,
            @Option(names = "--end", description = "End that instead.") boolean end,
            @Mixin JsonOption json) {
        return set(
                email,
                json,
                end ? "no operator" : "operator",
                end ? Action.OPERATOR_REVOKED : Action.OPERATOR_GRANTED,
                platform -> (tx, person) -> platform.people().setOperator(tx, person.id(), !end));
    }

    private int set(
            Email email,
            JsonOption json,
            String state,
            Action action,
            Function<Platform, BiFunction<Transaction, Person, Boolean>> work) {
        return desk.answer(json.on(), platform -> {
            change(platform, email, (tx, person) -> {
                boolean isThere = work.apply(platform).apply(tx, person);
                if (isThere) {
                    platform.trail()
                            .record(
                                    tx,
                                    desk.entry(action, Subject.Kind.PERSON, person.id())
                                            .after(Details.of("e-mail", email)));
                }
                return isThere;
            });
            return new Changed(email.text(), state);
        });
    }

    private static <T> T change(Platform platform, Email email, BiFunction<Transaction, Person, T> work) {
        return platform.db().transact(tx -> {
            Person person = platform.people()
                    .find(tx, email)
                    .orElseThrow(() -> new CommandRefused("nobody has the address " + email));
            return work.apply(tx, person);
        });
    }
}
