package dev.offramp.people;

import static dev.offramp.people.PeopleFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.tenancy.IntegrationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class InvitationsTest {

    private static final PeopleFixture FIXTURE = new PeopleFixture();

    private static int businesses;

    private final People people = FIXTURE.people;
    private final Invitations invitations = people.invitations();
    private final IntegrationId business = FIXTURE.business();
    private final Email email = FIXTURE.email();

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    @Test
    void bringSomebodyNewIntoABusiness() {
        Invitations.Made made = invite(email, place(Role.FINANCE));

        SignUp.Joined joined = (SignUp.Joined) signUp(made.token());

        assertThat(joined.integration()).isEqualTo(business);
        assertThat(joined.role()).isEqualTo(Role.FINANCE);
        assertThat(FIXTURE.person(joined.person()).email()).isEqualTo(email);
        assertThat(FIXTURE.<Optional<Role>>transact(tx -> people.memberships().role(tx, joined.person(), business)))
                .contains(Role.FINANCE);
        assertThat(list()).extracting(Invitation::state).containsExactly(Invitation.State.USED);
    }

    @Test
    void areAcceptedBySomebodyWithThatAddress() {
        Person person = FIXTURE.person();
        Person other = FIXTURE.person();
        Token token = invite(person.email(), place(Role.ADMIN)).token();

        assertThat(signUp(token)).isEqualTo(new SignUp.HasAccount());
        assertThat(accept(token, other)).isEqualTo(new Acceptance.OtherAddress());
        assertThat(accept(token, person)).isEqualTo(new Acceptance.Accepted(business, Role.ADMIN));
        assertThat(accept(token, person)).isEqualTo(new Acceptance.NoInvitation());
    }

    @Test
    void changeNoPlaceThatSomebodyHas() {
        Person viewer = FIXTURE.member(business, Role.VIEWER);
        Token token = invite(viewer.email(), place(Role.OWNER)).token();

        assertThat(accept(token, viewer)).isEqualTo(new Acceptance.MemberAlready());
        assertThat(FIXTURE.<Optional<Role>>transact(tx -> people.memberships().role(tx, viewer.id(), business)))
                .contains(Role.VIEWER);
    }

    @Test
    void workOnce() {
        Token token = invite(email, place(Role.VIEWER)).token();

        assertThat(signUp(token)).isInstanceOf(SignUp.Joined.class);
        assertThat(signUp(token)).isEqualTo(new SignUp.NoInvitation());
    }

    @Test
    void workOnceForTwoAtOnce() throws Exception {
        Person person = FIXTURE.person();
        Token token = invite(person.email(), place(Role.VIEWER)).token();
        List<Callable<Acceptance>> both = new ArrayList<>();
        for (People process : List.of(people, FIXTURE.otherProcess())) {
            both.add(() -> FIXTURE.transact(tx -> process.invitations().accept(tx, token, person.id())));
        }

        assertThat(PeopleFixture.together(both))
                .filteredOn(Acceptance.Accepted.class::isInstance)
                .hasSize(1);
    }

    @Test
    void endAfterSevenDays() {
        Token token = invite(email, place(Role.VIEWER)).token();
        FIXTURE.clock.advance(Duration.ofDays(7).minusSeconds(1));
        assertThat(find(token)).isPresent();
        FIXTURE.clock.advance(Duration.ofSeconds(1));

        assertThat(find(token)).isEmpty();
        assertThat(signUp(token)).isEqualTo(new SignUp.NoInvitation());
        assertThat(list()).extracting(Invitation::state).containsExactly(Invitation.State.EXPIRED);
    }

    @Test
    void areRevokedForTheirOwnBusinessAlone() {
        Invitations.Made made = invite(email, place(Role.VIEWER));
        IntegrationId other = FIXTURE.business();

        assertThat(revoke(made, Optional.of(other))).isFalse();
        assertThat(revoke(made, Optional.empty())).isFalse();
        assertThat(revoke(made, Optional.of(business))).isTrue();
        assertThat(revoke(made, Optional.of(business))).isFalse();
        assertThat(signUp(made.token())).isEqualTo(new SignUp.NoInvitation());
        assertThat(list()).extracting(Invitation::state).containsExactly(Invitation.State.REVOKED);
    }

    @Test
    void letSomebodyNewFoundABusiness() {
        Token token = invite(email, new Invitation.Offer.Business()).token();
        String name = name();
        People invited = FIXTURE.under(SignUpRule.INVITATION);

        assertThat(invited.signUps().byInvitation(token, "Ada", PASSWORD, "", Witness.none()))
                .isEqualTo(new SignUp.BusinessNameUnfit());
        SignUp.Joined joined =
                (SignUp.Joined) invited.signUps().byInvitation(token, "Ada", PASSWORD, name, Witness.none());

        assertThat(joined.role()).isEqualTo(Role.OWNER);
        assertThat(FIXTURE.tenancy.find(name).orElseThrow().productionApproved())
                .isFalse();
        assertThat(FIXTURE.<List<Invitation>>transact(invitations::listForBusinesses))
                .filteredOn(one -> one.email().equals(email))
                .extracting(Invitation::state)
                .containsExactly(Invitation.State.USED);
    }

    @Test
    void letSomebodyWithAnAccountFoundABusiness() {
        Person person = FIXTURE.person();
        Person other = FIXTURE.person();
        Token token = invite(person.email(), new Invitation.Offer.Business()).token();
        SignUps signUps = FIXTURE.under(SignUpRule.INVITATION).signUps();
        String name = name();

        assertThat(accept(token, person)).isEqualTo(new Acceptance.ForFounding());
        assertThat(found(signUps, token, other, name)).isEqualTo(new SignUp.NoInvitation());
        assertThat(found(signUps, token, person, name)).isInstanceOf(SignUp.Joined.class);
        assertThat(found(signUps, token, person, name())).isEqualTo(new SignUp.NoInvitation());
    }

    @Test
    void letNobodyFoundABusinessWhereThatIsClosedButJoinOne() {
        People closed = FIXTURE.under(SignUpRule.CLOSED);
        Token founding = invite(email, new Invitation.Offer.Business()).token();
        Token joining = invite(email, place(Role.VIEWER)).token();

        assertThat(closed.signUps().byInvitation(founding, "Ada", PASSWORD, name(), Witness.none()))
                .isEqualTo(new SignUp.NotAllowed());
        assertThat(closed.signUps().byInvitation(joining, "Ada", PASSWORD, "", Witness.none()))
                .isInstanceOf(SignUp.Joined.class);
    }

    private static String name() {
        return "Invited " + ++businesses;
    }

    private static SignUp found(SignUps signUps, Token token, Person person, String name) {
        return FIXTURE.transact(tx -> signUps.foundByInvitation(tx, token, person.id(), name));
    }

    private Invitation.Offer place(Role role) {
        return new Invitation.Offer.Place(business, role);
    }

    private Invitations.Made invite(Email to, Invitation.Offer offer) {
        return FIXTURE.transact(tx -> invitations.invite(tx, to, offer, Optional.empty()));
    }

    private SignUp signUp(Token token) {
        return people.signUps().byInvitation(token, "Ada", PASSWORD, "", Witness.none());
    }

    private Acceptance accept(Token token, Person person) {
        return FIXTURE.transact(tx -> invitations.accept(tx, token, person.id()));
    }

    private Optional<Invitation> find(Token token) {
        return FIXTURE.transact(tx -> invitations.find(tx, token));
    }

    private boolean revoke(Invitations.Made made, Optional<IntegrationId> integration) {
        return FIXTURE.transact(tx -> invitations.revoke(tx, made.invitation().id(), integration));
    }

    private List<Invitation> list() {
        return FIXTURE.transact(tx -> invitations.list(tx, business));
    }
}
