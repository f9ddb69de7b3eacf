package dev.offramp.dashboard;

import dev.offramp.dashboard.account.AccountPages;
import dev.offramp.dashboard.addresses.AddressPages;
import dev.offramp.dashboard.banks.PayeePages;
import dev.offramp.dashboard.conversion.ConversionPages;
import dev.offramp.dashboard.credentials.CredentialPages;
import dev.offramp.dashboard.developers.DeveloperPages;
import dev.offramp.dashboard.me.MyPages;
import dev.offramp.dashboard.notices.NoticePages;
import dev.offramp.dashboard.operator.OperatorPages;
import dev.offramp.dashboard.outflows.OutflowPages;
import dev.offramp.dashboard.overview.OverviewPages;
import dev.offramp.dashboard.reports.ReportPages;
import dev.offramp.dashboard.security.SecurityPages;
import dev.offramp.dashboard.settings.SettingsPages;
import dev.offramp.dashboard.team.TeamPages;
import dev.offramp.dashboard.transactions.TransactionPages;
import dev.offramp.dashboard.webhooks.WebhookPages;
import java.util.List;
import java.util.stream.Stream;

/// The whole of the dashboard, on one screen. The menu is in this order.
public final class Pages {

    private Pages() {}

    public static List<Page> all(Uses uses) {
        return Stream.of(
                        OverviewPages.all(uses),
                        AddressPages.all(uses),
                        TransactionPages.all(uses),
                        ReportPages.all(uses),
                        OutflowPages.all(uses),
                        PayeePages.all(uses),
                        ConversionPages.all(uses),
                        CredentialPages.all(uses),
                        WebhookPages.all(uses),
                        DeveloperPages.all(uses),
                        SettingsPages.all(uses),
                        TeamPages.all(uses),
                        AccountPages.all(uses),
                        MyPages.all(uses),
                        SecurityPages.all(uses),
                        NoticePages.all(uses),
                        OperatorPages.all(uses))
                .flatMap(List::stream)
                .toList();
    }
}
