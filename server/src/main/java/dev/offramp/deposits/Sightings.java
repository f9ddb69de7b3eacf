package dev.offramp.deposits;

import dev.offramp.assets.Asset;
import dev.offramp.chains.Address;
import dev.offramp.chains.ChainBlock;
import dev.offramp.chains.ChainId;
import dev.offramp.chains.Transfer;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.Transaction;
import dev.offramp.facts.Facts;
import dev.offramp.wallets.Wallet;
import dev.offramp.wallets.Wallets;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Turns what a chain reports into deposits and arrivals, in the watcher's transaction.
final class Sightings {

    /// Below this a transfer is dust: listed as an arrival, never a deposit.
    private static final BigDecimal DUST_USD = new BigDecimal("0.00000001");

    private final DepositStore deposits;
    private final ArrivalStore arrivals;
    private final Wallets wallets;
    private final Appraiser appraiser;
    private final Facts facts;
    private final ObjectIds ids;
    private final InstantSource clock;

    Sightings(
            DepositStore deposits,
            ArrivalStore arrivals,
            Wallets wallets,
            Appraiser appraiser,
            Facts facts,
            ObjectIds ids,
            InstantSource clock) {
        this.deposits = deposits;
        this.arrivals = arrivals;
        this.wallets = wallets;
        this.appraiser = appraiser;
        this.facts = facts;
        this.ids = ids;
        this.clock = clock;
    }

    /// Records the transfers of newly read blocks.
    void inBlocks(Transaction tx, ChainId chain, List<ChainBlock> blocks) {
        Map<Transfer, Place> places = new LinkedHashMap<>();
        for (ChainBlock block : blocks) {
            Place place = new Place.InBlock(block.ref());
            block.transfers().forEach(transfer -> places.put(transfer, place));
        }
        record(tx, chain, places, blocks.getLast().ref().height());
    }

    /// Records transfers that are in no block yet. Those we know to be in one stay there.
    void waiting(Transaction tx, ChainId chain, List<Transfer> transfers) {
        Map<Transfer, Place> places = new LinkedHashMap<>();
        transfers.forEach(transfer -> places.put(transfer, new Place.Waiting()));
        record(tx, chain, places, 0);
    }

    private void record(Transaction tx, ChainId chain, Map<Transfer, Place> places, long height) {
        List<Sighting> ours = ours(tx, chain, places);
        if (ours.isEmpty()) {
            return;
        }
        Appraisal appraisal =
                appraiser.load(tx, ours.stream().map(Sighting::wallet).collect(Collectors.toSet()));
        Map<Deposit.Key, Deposit> known =
                deposits.lock(tx, chain, ours.stream().map(Sighting::key).toList());
        Instant now = clock.instant();
        List<Deposit> added = new ArrayList<>();
        List<Deposit> moved = new ArrayList<>();
        List<Sighting> others = new ArrayList<>();
        for (Sighting sighting : ours) {
            Deposit before = known.get(sighting.key());
            if (before != null) {
                seenAgain(before, sighting, now).ifPresent(moved::add);
            } else if (sighting.asset().isEmpty()) {
                others.add(sighting);
            } else {
                Deposit deposit = firstSeen(sighting, sighting.asset().get(), now);
                if (isDust(appraisal, deposit)) {
                    others.add(sighting);
                } else {
                    added.add(deposit);
                }
            }
        }
        Announcer announcer = new Announcer(appraisal, now);
        deposits.insert(tx, announce(announcer, appraisal, added, height), now);
        deposits.update(tx, announce(announcer, appraisal, moved, height), now);
        announcer.write(tx, facts);
        arrivals.insert(tx, chain, others, now);
    }

    /// The transfers among these that go to addresses of ours: one set-based question for all recipients.
    private List<Sighting> ours(Transaction tx, ChainId chain, Map<Transfer, Place> places) {
        Set<Address> recipients = new HashSet<>();
        places.keySet().forEach(transfer -> recipients.add(transfer.recipient()));
        if (recipients.isEmpty()) {
            return List.of();
        }
        Map<Address, Wallet> owners =
                wallets.owners(tx, chain.environment(), chain.network().family(), recipients);
        List<Sighting> ours = new ArrayList<>();
        places.forEach((transfer, place) -> {
            Wallet wallet = owners.get(transfer.recipient());
            if (wallet != null) {
                ours.add(new Sighting(transfer, wallet, asset(chain, transfer), place));
            }
        });
        return ours;
    }

    private Optional<Asset> asset(ChainId chain, Transfer transfer) {
        return appraiser
                .assets()
                .of(chain.environment(), chain.network(), transfer.contract().map(Address::value));
    }

    private Deposit firstSeen(Sighting sighting, Asset asset, Instant now) {
        Transfer transfer = sighting.transfer();
        Wallet wallet = sighting.wallet();
        var origin = new Deposit.Origin(
                asset.network(), transfer.tx(), transfer.position(), transfer.recipient(), transfer.index());
        var content = new Deposit.Content(
                asset.code(), !asset.code().equals(wallet.asset()), transfer.units(), transfer.sender());
        return Deposit.firstSeen(
                new DepositId(ids.next()), wallet.tenant(), wallet.id(), origin, content, sighting.place(), now);
    }

    private static boolean isDust(Appraisal appraisal, Deposit deposit) {
        return appraisal.usd(deposit).filter(usd -> usd.compareTo(DUST_USD) < 0).isPresent();
    }

    /// The deposit as it is now; empty when nothing changed. A transfer waiting for a block tells nothing new about one
    /// we have read in a block, or of one we have booked: that is back when it has a block. And one that pays
    /// differently cannot stand for one that is booked.
    private Optional<Deposit> seenAgain(Deposit before, Sighting sighting, Instant now) {
        if (sighting.asset().isEmpty()) {
            return Optional.empty();
        }
        Deposit.Content seen = firstSeen(sighting, sighting.asset().get(), now).content();
        boolean isBooked = !before.isPending() && !before.isDeleted();
        boolean isSame = before.content().movesSameAs(seen);
        boolean onlyWaits =
                sighting.place() instanceof Place.Waiting && (isBooked || before.place() instanceof Place.InBlock);
        boolean isUnmoved = isSame && before.place().equals(sighting.place());
        if (isBooked && !isSame || !before.isDeleted() && (onlyWaits || isUnmoved)) {
            return Optional.empty();
        }
        return Optional.of(before.at(sighting.place(), now).with(seen));
    }

    /// Tells of deposits at first sight and at their first block. Without a price the fact waits for one.
    private List<Deposit> announce(Announcer announcer, Appraisal appraisal, List<Deposit> seen, long height) {
        List<Deposit> told = new ArrayList<>();
        for (Deposit deposit : seen) {
            boolean isNews = deposit.isPending()
                    && deposit.told().confirmations().orElse(0) == 0
                    && (deposit.isUntold() || deposit.confirmations(height) > 0);
            Optional<Terms> terms = isNews ? appraisal.terms(deposit, BigDecimal.ZERO) : Optional.empty();
            told.add(terms.map(known -> announcer.tell(deposit, known, height, DepositPending::new))
                    .orElse(deposit));
        }
        return told;
    }
}
