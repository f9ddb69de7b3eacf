package dev.offramp.dashboard.outflows;

import dev.offramp.dashboard.Deed;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Form;
import dev.offramp.db.Transaction;
import dev.offramp.drafts.DraftKind;
import dev.offramp.tenancy.Tenant;
import gg.jte.html.HtmlContent;
import java.util.List;
import java.util.stream.Collectors;

/// A form that moves money. What it says is checked when it is sent, when it is shown and when it is done.
public interface MoneyForm {

    /// One line of what is shown before.
    ///
    /// @param isAgreed whether it is part of what is agreed to; if one of these is no longer so, nothing is done
    record Line(String label, String value, boolean isAgreed) {

        public static Line agreed(String label, String value) {
            return new Line(label, value, true);
        }

        public static Line aside(String label, String value) {
            return new Line(label, value, false);
        }
    }

    /// What the form would come to now.
    sealed interface Outlook {

        /// @param lines what is shown
        record Fit(List<Line> lines) implements Outlook {

            public Fit {
                lines = List.copyOf(lines);
            }

            /// What a person agrees to, as one line: it goes with the page and comes back with the click.
            public String agreed() {
                return lines.stream()
                        .filter(Line::isAgreed)
                        .map(line -> line.label() + ": " + line.value())
                        .collect(Collectors.joining("; "));
            }
        }

        /// @param form with what is wrong
        record Unfit(Form form) implements Outlook {}
    }

    /// What became of doing it.
    sealed interface Doing {

        /// @param as what it became, for [#after]
        record Done(String as, Deed deed) implements Doing {}

        /// Nothing was done.
        ///
        /// @param form with what is wrong
        record Undone(Form form) implements Doing {}
    }

    DraftKind kind();

    /// Where it lies below the business: `/withdrawals/bank`.
    String path();

    /// What it is called, as a title.
    String title();

    /// What is done by the last click, as a label.
    String verb();

    boolean needsPin();

    /// What is filled in, and kept.
    List<Field<?>> fields();

    /// The fields as they are shown.
    HtmlContent shown(Visit visit, Form form);

    /// Says what a valid form would come to; changes nothing.
    Outlook outlook(Transaction tx, Tenant tenant, Form form);

    /// Does what a valid form says, in the caller's transaction.
    Doing place(Transaction tx, Tenant tenant, Form form);

    /// Where one goes when it is done, below the business.
    String after(String as);

    /// What is said there.
    String said(String as);
}
