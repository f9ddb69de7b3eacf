package dev.offramp.dashboard.transactions;

import dev.offramp.dashboard.form.Look.Choice;
import dev.offramp.dashboard.part.Badge;
import dev.offramp.deposits.DepositState;
import java.util.List;

/// Where a transaction stands, in words.
public final class States {

    /// What the list may be filtered by, under its own names.
    static final List<Choice> CHOICES = List.of(
            new Choice("pending", "Confirming"),
            new Choice("flagged", "Held back"),
            new Choice("completed", "Credited"),
            new Choice("deleted", "Left the chain"));

    private States() {}

    public static Badge of(DepositState state) {
        return switch (state) {
            case DepositState.Pending _ -> Badge.waiting("Confirming");
            case DepositState.Flagged flagged when flagged.rejected().isPresent() -> Badge.bad("Rejected");
            case DepositState.Flagged _ -> Badge.waiting("Held back");
            case DepositState.Completed _ -> Badge.good("Credited");
            case DepositState.Deleted _ -> Badge.bad("Left the chain");
        };
    }
}
