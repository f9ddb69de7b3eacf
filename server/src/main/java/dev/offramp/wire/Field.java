package dev.offramp.wire;

/// One field of a request: its name, whether it must be there, what it may hold. Reading one never throws; all that
/// is wrong with it becomes [Reasons].
///
/// @param <T> what a good value becomes
public sealed interface Field<T>
        permits TextField,
                DecimalField,
                WholeField,
                FlagField,
                ChoiceField,
                PinField,
                TimeField,
                SortField,
                FilterField {

    String name();

    boolean isRequired();

    Class<T> type();

    /// Reads what was sent, which is not [Sent.Nothing].
    Reading<T> read(Sent sent);

    /// A good value in one fixed spelling: two that mean the same are the same text.
    default String canonical(T value) {
        return value.toString();
    }

    /// Whether its value may leave no trace, not even in a hash.
    default boolean isSecret() {
        return false;
    }

    /// What is said when a required field is not there.
    default String missing() {
        return name() + " is required";
    }
}
