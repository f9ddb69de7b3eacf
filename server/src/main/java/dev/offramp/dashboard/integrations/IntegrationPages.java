package dev.offramp.dashboard.integrations;

import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Uses;
import java.util.List;

/// The pages about businesses.
public final class IntegrationPages {

    private IntegrationPages() {}

    public static List<Page> all(Uses uses) {
        IntegrationBody body = new IntegrationBody(uses.tenancy(), uses.deposits(), uses.payouts(), uses.withdrawals());
        return List.of(
                new ShowIntegrations(uses.tenancy(), uses.deposits()),
                new ShowIntegration(body),
                new ShowSide(body),
                new ChangeStanding(ChangeStanding.Change.APPROVE, body),
                new ChangeStanding(ChangeStanding.Change.CLOSE_PRODUCTION, body),
                new ChangeStanding(ChangeStanding.Change.SUSPEND, body),
                new ChangeStanding(ChangeStanding.Change.RESUME, body),
                new SetFeeTiers(body),
                new SetPayoutMaximum(body),
                new SetWithdrawalLimits(body));
    }
}
