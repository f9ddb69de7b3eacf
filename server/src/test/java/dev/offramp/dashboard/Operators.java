package dev.offramp.dashboard;

import dev.offramp.db.CountedStatements;
import dev.offramp.trail.Entry;
import dev.offramp.trail.TrailQuery;
import java.util.List;
import java.util.OptionalLong;

/// What the tests of operators' pages have in common.
public final class Operators {

    private Operators() {}

    /// A browser of an operator whose sign-in is safe, and fresh.
    public static TestBrowser signedIn(TestDashboard dashboard) {
        TestBrowser operator = dashboard.operator();
        operator.enrolApp();
        return operator;
    }

    /// The last entry of the audit log.
    public static Entry lastEntry(TestDashboard dashboard) {
        return dashboard
                .db
                .transact(tx -> dashboard.platform.trail().list(tx, TrailQuery.ALL, OptionalLong.empty(), 1))
                .entries()
                .getFirst();
    }

    /// How many statements a page takes.
    public static int statements(TestBrowser browser, String path) {
        List<String> run = CountedStatements.during(() -> {
            if (browser.get(path).status() != 200) {
                throw new AssertionError(path);
            }
        });
        return run.size();
    }
}
