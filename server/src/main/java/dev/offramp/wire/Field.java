package dev.offramp.wire;

/// One field of a request: its name, whether it must be there, what it may hold. Reading one never throws; all that
/// is wrong with it becomes [Reasons].
///
/// @param <T> what a good value becomes
public sealed interface Field<T>
        permits TextField, DecimalField, WholeField, FlagField, ChoiceField, TimeField, SortField, FilterField {

    String name();

    boolean isRequired();

    Class<T> type();

    /// Reads what was sent, which is not [Sent.Nothing].
    Reading<T> read(Sent sent);

    /// What is said when a required field is not there.
    default String missing() {
        return name() + " is required";
    }
}
