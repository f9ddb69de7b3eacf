package dev.offramp.withdrawals;

import dev.offramp.chains.CoinSender;
import dev.offramp.chains.CoinSender.Reception;
import dev.offramp.chains.CoinSender.Standing;
import dev.offramp.chains.SignedTransaction;
import dev.offramp.chains.TxHash;
import dev.offramp.money.AssetCode;
import dev.offramp.money.Money;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows signed transactions to their end, with no transaction of ours open: asks the chain by hash, broadcasts again
/// what it does not know, and says what is stuck. Whatever it broadcasts was committed before.
final class Dispatch {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    /// How long the first version may wait for a block; each later one twice as long as the one before.
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int DOUBLINGS_MAX = 10;

    /// All versions of what has one nonce, the last one last.
    ///
    /// @param confirmations how deep is deep enough
    /// @param fills whether it pays nobody
    record Parcel(WithdrawalId withdrawal, int confirmations, boolean fills, List<NonceStore.Version> versions) {

        SignedTransaction latest() {
            return versions.getLast().transaction();
        }

        Instant patientUntil() {
            int doublings = Math.min(versions.size() - 1, DOUBLINGS_MAX);
            return versions.getLast().signedAt().plus(PATIENCE.multipliedBy(1L << doublings));
        }
    }

    /// What was found out.
    ///
    /// @param known those a node or a block knows
    /// @param spent those whose nonce is used up for good
    /// @param stuck those that wait for a better price
    record Report(Set<WithdrawalId> known, Map<WithdrawalId, Progress.Spent> spent, List<Parcel> stuck) {}

    private final CoinSender sender;
    private final AssetCode gas;

    /// @param gas what the network's work is paid in
    Dispatch(CoinSender sender, AssetCode gas) {
        this.sender = sender;
        this.gas = gas;
    }

    Report follow(List<Parcel> parcels, Instant now) {
        Report report = new Report(new HashSet<>(), new HashMap<>(), new ArrayList<>());
        Set<TxHash> hashes = new HashSet<>();
        parcels.forEach(parcel ->
                parcel.versions().forEach(v -> hashes.add(v.transaction().hash())));
        Map<TxHash, Standing> standings = sender.standings(hashes);
        List<Parcel> waiting = new ArrayList<>();
        List<Parcel> lost = new ArrayList<>();
        for (Parcel parcel : parcels) {
            boolean inBlock = parcel.versions().stream()
                    .anyMatch(version -> inBlock(parcel, version.transaction(), standings, report));
            if (!inBlock) {
                sort(parcel, Optional.ofNullable(standings.get(parcel.latest().hash())), waiting, lost);
            }
        }
        waiting.forEach(parcel -> report.known().add(parcel.withdrawal()));
        broadcast(lost, report);
        findStuck(waiting, lost, now, report);
        return report;
    }

    /// @return whether a block has this version
    private boolean inBlock(Parcel parcel, SignedTransaction version, Map<TxHash, Standing> standings, Report report) {
        if (!(standings.get(version.hash())
                instanceof Standing.InBlock(long confirmations, boolean succeeded, BigInteger cost))) {
            return false;
        }
        report.known().add(parcel.withdrawal());
        if (confirmations >= parcel.confirmations()) {
            Money paid = new Money(gas, cost);
            report.spent().put(parcel.withdrawal(), new Progress.Spent(version.hash(), succeeded, paid));
        }
        return true;
    }

    private static void sort(Parcel parcel, Optional<Standing> latest, List<Parcel> waiting, List<Parcel> lost) {
        latest.ifPresent(standing -> {
            switch (standing) {
                case Standing.Waiting _ -> waiting.add(parcel);
                case Standing.Unknown _ -> lost.add(parcel);
                case Standing.InBlock _ -> throw new IllegalStateException("told apart before");
            }
        });
    }

    /// The same bytes, however often.
    private void broadcast(List<Parcel> lost, Report report) {
        if (lost.isEmpty()) {
            return;
        }
        Map<TxHash, Reception> receptions =
                sender.broadcast(lost.stream().map(Parcel::latest).toList());
        for (Parcel parcel : lost) {
            switch (receptions.get(parcel.latest().hash())) {
                case Reception.TAKEN -> report.known().add(parcel.withdrawal());
                // Asked about at the next turn. A nonce used up by none of our versions is for people to look into.
                case Reception.NONCE_USED ->
                    LOG.warn(
                            "withdrawal {}: its nonce {} is used up",
                            parcel.withdrawal(),
                            parcel.latest().nonce());
                case Reception.UNDERPRICED ->
                    LOG.info(
                            "withdrawal {}: version {} offers too little",
                            parcel.withdrawal(),
                            parcel.versions().size());
                case Reception.REFUSED ->
                    LOG.warn("withdrawal {}: the node of {} does not take it", parcel.withdrawal(), sender.id());
                case null -> LOG.info("withdrawal {} may or may not have gone out", parcel.withdrawal());
            }
        }
    }

    /// Of those that waited long: the first of the queue, and whatever offers less than others do now. The rest wait
    /// for the first, and no price helps them.
    private void findStuck(List<Parcel> waiting, List<Parcel> lost, Instant now, Report report) {
        List<Parcel> old = new ArrayList<>(waiting);
        old.addAll(lost);
        old.removeIf(parcel -> now.isBefore(parcel.patientUntil()));
        if (old.isEmpty()) {
            return;
        }
        long first = sender.nonce();
        BigInteger price = sender.price(Optional.empty());
        for (Parcel parcel : old) {
            SignedTransaction latest = parcel.latest();
            if (latest.nonce() <= first || latest.price().compareTo(price) < 0) {
                report.stuck().add(parcel);
            }
        }
    }
}
