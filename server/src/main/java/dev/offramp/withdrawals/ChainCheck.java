package dev.offramp.withdrawals;

import dev.offramp.chains.CoinSender;
import dev.offramp.chains.CoinSender.Standing;
import dev.offramp.chains.TxHash;
import dev.offramp.db.Database;
import dev.offramp.db.Trouble;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Holds what we say was sent from a hot wallet against what its chain says. Asks nodes, so no transaction is open.
record ChainCheck(Database db, CoinSender sender) {

    /// As far back as completed withdrawals are looked up again.
    private static final int RECENT = 500;

    /// What does not fit, one line each; also that nobody could be asked.
    List<String> faults(HotWallet wallet) {
        if (wallet.trouble().isPresent()) {
            return List.of(cannotTell(wallet.trouble().get()));
        }
        List<String> faults = new ArrayList<>();
        if (wallet.foreign() != 0) {
            faults.add("%s: the hot wallet has used %d nonces that are no withdrawal's"
                    .formatted(sender.id(), wallet.foreign()));
        }
        if (!wallet.gaps().isEmpty()) {
            faults.add("%s: nobody will use the nonces %s of the hot wallet".formatted(sender.id(), wallet.gaps()));
        }
        try {
            faults.addAll(missing());
        } catch (Trouble trouble) {
            faults.add(cannotTell(trouble.getMessage()));
        }
        return faults;
    }

    private String cannotTell(String why) {
        return sender.id() + ": the chain cannot be asked what was sent: " + why;
    }

    private List<String> missing() {
        Map<TxHash, WithdrawalId> completed =
                db.transact(tx -> new HotWalletStore().completed(tx, sender.id(), RECENT));
        Map<TxHash, Standing> standings = new HashMap<>(sender.standings(new HashSet<>(completed.keySet())));
        List<String> missing = new ArrayList<>();
        completed.forEach((hash, withdrawal) -> {
            boolean isThere = Optional.ofNullable(standings.get(hash))
                    .filter(standing -> standing instanceof Standing.InBlock block && block.succeeded())
                    .isPresent();
            if (!isThere) {
                missing.add("%s: withdrawal %s is completed, and the chain does not have its transaction %s"
                        .formatted(sender.id(), withdrawal, hash));
            }
        });
        return missing;
    }
}
