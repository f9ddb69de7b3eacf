package dev.offramp.dashboard.reports;

import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Uses;
import java.util.List;

/// The pages about reports.
public final class ReportPages {

    private ReportPages() {}

    public static List<Page> all(Uses uses) {
        return List.of(
                new ShowReports(), new ExportLines(uses), new ShowStatement(uses.reports()), new ExportStatement(uses));
    }
}
