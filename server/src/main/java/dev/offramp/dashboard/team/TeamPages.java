package dev.offramp.dashboard.team;

import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Uses;
import java.util.List;

/// The pages about who works for a business, and what they did.
public final class TeamPages {

    private TeamPages() {}

    public static List<Page> all(Uses uses) {
        ShowTeam team = new ShowTeam(uses.people(), uses.mail().isOn());
        return List.of(
                team,
                new Invite(
                        team,
                        uses.settings().publicUrl(),
                        uses.mail(),
                        uses.notices().letters()),
                new WithdrawInvitation(uses.people().invitations()),
                new ChangeRole(uses.people().memberships()),
                new RemoveMember(uses.people().memberships()),
                new LeaveTeam(uses.people().memberships()),
                new ShowTrail(uses.trail()));
    }
}
