package dev.offramp.notices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.mail.Letter;
import dev.offramp.people.Person;
import dev.offramp.people.Role;
import dev.offramp.trail.Action;
import dev.offramp.trail.NewEntry;
import dev.offramp.trail.Subject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is mailed to whom, and when.
class NoticeMailTest {

    private final NoticeFixture fixture = new NoticeFixture();
    private final Person owner = fixture.in(Role.OWNER);

    @AfterEach
    void close() {
        fixture.close();
    }

    private void hold(String label) {
        fixture.dashboard.deposit(label, "10");
        fixture.dashboard.settle();
        fixture.look();
    }

    @Test
    void isWhatStandsInTheDashboardWithALinkThere() {
        hold("ada");

        Letter letter = fixture.mailed(owner).getFirst();

        assertThat(fixture.mailed(owner)).hasSize(1);
        assertThat(letter.subject())
                .isEqualTo("Shop, development: A deposit is held back: the deposit is below the minimum.");
        assertThat(letter.text())
                .startsWith("Hello Ada,\n\nShop, development, 24 Nov 2026, 09:00 UTC:\nA deposit is held back")
                .contains("http://localhost" + fixture.unread(owner).getFirst().path())
                .contains("http://localhost/me/notices/choices")
                .doesNotContain("USD")
                .doesNotContain("If that was not you");
        assertThat(fixture.mailed(fixture.in(Role.VIEWER))).isEmpty();
        assertThat(fixture.mailed(fixture.stranger)).isEmpty();
    }

    @Test
    void isGatheredForTenMinutes() {
        hold("ada");
        hold("bob");
        hold("eve");
        assertThat(fixture.mailed(owner)).hasSize(1);

        fixture.dashboard.clock.advance(NoticeMail.GAP);
        fixture.look();

        List<Letter> letters = fixture.mailed(owner);
        assertThat(letters).hasSize(2);
        assertThat(letters.getLast().subject()).isEqualTo("2 notices from Offramp");
        fixture.dashboard.clock.advance(NoticeMail.GAP);
        fixture.look();
        assertThat(fixture.mailed(owner)).hasSize(2);
    }

    @Test
    void doesNotWaitWhereItIsAboutSecurity() {
        hold("ada");
        fixture.record(
                Role.OWNER,
                actor -> NewEntry.of(
                        actor,
                        Action.PASSWORD_CHANGED,
                        new Subject(Subject.Kind.PERSON, owner.id().toString())));
        fixture.look();

        List<Letter> letters = fixture.mailed(owner);
        assertThat(letters).hasSize(2);
        assertThat(letters.getLast().subject()).isEqualTo("Your password was changed.");
        assertThat(letters.getLast().text()).contains("If that was not you", "http://localhost/me/security");
    }

    @Test
    void isNotWhatSomebodyChoseAgainst() {
        fixture.change(tx -> fixture.notices().choose(tx, owner.id(), Set.of(Kind.DEPOSIT_HELD), Set.of()));

        hold("ada");

        assertThat(fixture.unread(owner)).hasSize(1);
        assertThat(fixture.mailed(owner)).isEmpty();
        assertThat(fixture.mailed(fixture.in(Role.FINANCE))).hasSize(1);
    }

    @Test
    void isAFrozenAccountWhateverAnOwnerChose() {
        Set<Kind> all = Set.of(Kind.values());
        fixture.change(tx -> fixture.notices().choose(tx, owner.id(), all, Set.of()));

        fixture.freeze();
        fixture.look();

        assertThat(fixture.mailed(owner))
                .singleElement()
                .satisfies(letter -> assertThat(letter.subject())
                        .startsWith("Shop, development: The account is frozen after five wrong PINs in a row."));
    }

    @Test
    void goesToNobodyWhoIsKeptOutMeanwhile() {
        hold("ada");
        fixture.mailed(owner);
        hold("bob");
        fixture.change(tx -> fixture.dashboard.platform.people().setDisabled(tx, owner.id(), true));

        fixture.dashboard.clock.advance(NoticeMail.GAP);
        fixture.look();

        assertThat(fixture.mailed(owner)).hasSize(1);
    }

    @Test
    void namesOnlySomeOfVeryMany() {
        for (int i = 0; i < 35; i++) {
            fixture.record(
                    Role.ADMIN,
                    actor -> NewEntry.of(
                            actor, Action.CREDENTIAL_CREATED, new Subject(Subject.Kind.CREDENTIAL, "1".repeat(24))));
        }
        fixture.look();

        Letter letter = fixture.mailed(owner).getFirst();
        assertThat(letter.subject()).isEqualTo("35 notices from Offramp");
        assertThat(letter.text()).contains("And 5 more, in the dashboard.");
        assertThat(letter.text().split("created a credential", -1)).hasSize(31);
    }
}
