package dev.offramp.dashboard.transactions;

import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Fields;
import java.math.BigDecimal;
import java.util.List;

/// A deposit to be made up, as people fill it in.
final class MockForm {

    /// Money that nobody has: anything more is a slip of the finger.
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    /// An address, or the label of one.
    static final Field<String> TO = Fields.text("to", "Address or label").required();

    static final Field<BigDecimal> USD = Fields.amount("usd", "Amount in dollars", 2)
            .check(usd -> usd.compareTo(MOST) <= 0, "Amount in dollars must be at most 1,000,000.")
            .required();

    static final List<Field<?>> ALL = List.of(TO, USD);

    private MockForm() {}
}
