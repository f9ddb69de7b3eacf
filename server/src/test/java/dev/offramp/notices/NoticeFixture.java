package dev.offramp.notices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.dashboard.TestDashboard;
import dev.offramp.db.Transaction;
import dev.offramp.mail.Letter;
import dev.offramp.mail.ScriptedMailServer;
import dev.offramp.people.Email;
import dev.offramp.people.Person;
import dev.offramp.people.PersonId;
import dev.offramp.people.Role;
import dev.offramp.people.SignUpRule;
import dev.offramp.tenancy.Integration;
import dev.offramp.tenancy.Pin;
import dev.offramp.tenancy.Tenant;
import dev.offramp.trail.Actor;
import dev.offramp.trail.NewEntry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A business with somebody in every role, another business with an owner, and an operator.
final class NoticeFixture implements AutoCloseable {

    static final List<Role> MONEY = List.of(Role.OWNER, Role.ADMIN, Role.FINANCE);
    static final List<Role> BUILDERS = List.of(Role.OWNER, Role.ADMIN, Role.DEVELOPER);
    static final List<Role> OWNERS = List.of(Role.OWNER, Role.ADMIN);

    final ScriptedMailServer letters = new ScriptedMailServer();
    final TestDashboard dashboard = new TestDashboard(SignUpRule.OPEN, letters);
    final Map<Role, Person> team = new EnumMap<>(Role.class);
    final Integration otherBusiness = dashboard.integration("Rival");
    final Person stranger;
    final Person operator;

    NoticeFixture() {
        for (Role role : Role.values()) {
            team.put(role, person(dashboard.person(dashboard.business, role)));
        }
        stranger = person(dashboard.person(otherBusiness, Role.OWNER));
        Person one = person(dashboard.person(dashboard.integration("Runs this"), Role.VIEWER));
        change(tx -> dashboard.platform.people().setOperator(tx, one.id(), true));
        operator = one;
        look();
        everybody()
                .forEach(person -> change(tx -> {
                    notices().readAll(tx, person.id(), Notice.Side.OWN, dashboard.clock.instant());
                    notices().readAll(tx, person.id(), Notice.Side.OPERATOR, dashboard.clock.instant());
                }));
    }

    Person person(Email email) {
        return dashboard.db.transact(
                tx -> dashboard.platform.people().find(tx, email).orElseThrow());
    }

    Person in(Role role) {
        return team.get(role);
    }

    Stream<Person> everybody() {
        return Stream.concat(team.values().stream(), Stream.of(stranger, operator));
    }

    Notices notices() {
        return dashboard.platform.notices();
    }

    Tenant tenant() {
        return dashboard.tenant();
    }

    void change(Consumer<Transaction> work) {
        dashboard.db.run(work::accept);
    }

    /// Runs every loop of notices once, after facts are numbered.
    void look() {
        dashboard.platform.facts().sequence(1000);
        notices().steps().forEach(step -> step.runOnce());
    }

    /// Somebody of the business does something.
    void record(Role role, NewEntryOf entry) {
        Person person = in(role);
        change(tx -> dashboard
                .platform
                .trail()
                .record(
                        tx,
                        entry.by(new Actor.Person(
                                        person.id().value(), person.email().text()))
                                .concerning(tenant())));
    }

    interface NewEntryOf {
        NewEntry by(Actor actor);
    }

    void freeze() {
        dashboard.platform.tenancy().setPin(tenant(), new Pin("1234"));
        for (int i = 0; i < 5; i++) {
            dashboard.platform.tenancy().verifyPin(tenant(), new Pin("9999"));
        }
    }

    /// What somebody has not read, the newest first.
    List<Notice> unread(Person person) {
        return unread(person.id(), Notice.Side.OWN);
    }

    List<Notice> unread(PersonId person, Notice.Side side) {
        return dashboard.db.view(tx -> notices().list(tx, person, side, false, 100));
    }

    /// The one notice that somebody in that role has not read.
    Notice only(Role role) {
        List<Notice> unread = unread(in(role));
        assertThat(unread).hasSize(1);
        return unread.getFirst();
    }

    /// The roles that got a notice of that kind.
    List<Role> told(Kind kind) {
        return team.entrySet().stream()
                .filter(one -> unread(one.getValue()).stream().anyMatch(notice -> notice.kind() == kind))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// What operators were told.
    List<String> toldToOperators() {
        return unread(operator.id(), Notice.Side.OPERATOR).stream()
                .map(Notice::text)
                .toList();
    }

    /// Sends what is due, and tells what somebody got.
    List<Letter> mailed(Person person) {
        dashboard.platform.mail().sendStep().runOnce();
        return letters.to(person.email().text());
    }

    @Override
    public void close() {
        dashboard.close();
    }
}
