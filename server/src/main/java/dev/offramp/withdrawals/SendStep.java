package dev.offramp.withdrawals;

import dev.offramp.chains.ChainId;
import dev.offramp.chains.CoinSender;
import dev.offramp.chains.Payment;
import dev.offramp.chains.SignedTransaction;
import dev.offramp.db.Database;
import dev.offramp.db.Transaction;
import dev.offramp.jobs.Job;
import dev.offramp.jobs.JobKind;
import dev.offramp.jobs.Jobs;
import dev.offramp.jobs.Step;
import dev.offramp.withdrawals.Dispatch.Parcel;
import dev.offramp.withdrawals.WithdrawalState.Seen;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Carries the withdrawals of one network from placed to their end: number, sign, broadcast and ask, each committed
/// before the next. A withdrawal has one job until a block has used its nonce up, so that whoever is interrupted
/// anywhere is followed by somebody who begins with what was committed.
final class SendStep implements Step {

    static final int BATCH = 200;

    /// Longer than the calls of one turn may take.
    static final Duration LEASE = Duration.ofSeconds(8L * CoinSender.PATIENCE_SECONDS);

    private static final Duration GAP_MIN = Duration.ofSeconds(1);
    private static final Duration GAP_MAX = Duration.ofMinutes(1);

    /// A withdrawal is looked at again after this part of its age.
    private static final int AGE_SHARE = 8;

    private final Database db;
    private final InstantSource clock;
    private final Jobs jobs;
    private final Progress progress;
    private final Coins coins;
    private final CoinSender sender;
    private final Funding funding;
    private final WithdrawalStore store = new WithdrawalStore();
    private final NonceStore nonces = new NonceStore();

    SendStep(Database db, InstantSource clock, Jobs jobs, Progress progress, Coins coins, CoinSender sender) {
        this.db = db;
        this.clock = clock;
        this.jobs = jobs;
        this.progress = progress;
        this.coins = coins;
        this.sender = sender;
        this.funding = new Funding(db, clock, coins, sender);
    }

    static JobKind job(Withdrawal withdrawal) {
        return job(new ChainId(
                withdrawal.tenant().environment(), withdrawal.network().network()));
    }

    static JobKind job(ChainId chain) {
        return new JobKind("withdrawal.send." + chain.network().code() + "."
                + chain.environment().code());
    }

    @Override
    public String name() {
        return "withdrawals.send." + sender.id().network().code() + "."
                + sender.id().environment().code();
    }

    @Override
    public boolean runOnce() {
        List<Job> claimed = jobs.claim(job(sender.id()), BATCH, LEASE);
        if (claimed.isEmpty()) {
            return false;
        }
        number(claimed);
        sign(claimed);
        follow(claimed);
        db.run(tx -> schedule(tx, claimed));
        return claimed.size() == BATCH;
    }

    /// Gives those that were placed their nonces.
    private void number(List<Job> claimed) {
        if (in(db.transact(tx -> store.read(tx, ids(claimed))), WithdrawalState.Placed.class)
                .isEmpty()) {
            return;
        }
        long used = sender.nonce();
        db.run(tx -> {
            List<Withdrawal> placed =
                    in(store.lock(tx, ids(jobs.stillOurs(tx, claimed))), WithdrawalState.Placed.class);
            if (!placed.isEmpty()) {
                List<WithdrawalId> ids = placed.stream().map(Withdrawal::id).toList();
                nonces.number(tx, sender.id(), sender.wallet(), used, ids);
                progress.take(tx, ids.stream().collect(Collectors.toMap(id -> id, _ -> new Seen.GotNonce())));
            }
        });
    }

    /// Signs those that have a nonce and nothing signed: what they pay, or a filler where they were rejected.
    private void sign(List<Job> claimed) {
        Unsigned unsigned = db.transact(tx -> unsigned(tx, claimed));
        if (unsigned.isEmpty()) {
            return;
        }
        BigInteger price = sender.price(Optional.empty());
        unsigned.keepOnly(funding.payable(unsigned.nonces(), unsigned.payments(), price));
        Map<Payment, String> objections = sender.objections(unsigned.payments().values());
        Map<WithdrawalId, Seen> seen = new HashMap<>();
        Map<WithdrawalId, SignedTransaction> signed = new HashMap<>();
        unsigned.nonces().forEach((id, nonce) -> {
            Optional<Payment> payment = Optional.ofNullable(unsigned.payments().get(id));
            Optional<String> objection = payment.map(objections::get);
            if (objection.isPresent()) {
                seen.put(id, new Seen.Refused(objection.get()));
            } else {
                seen.put(id, new Seen.GotSigned());
                signed.put(id, sender.sign(payment, nonce, price));
            }
        });
        db.run(tx -> keep(tx, claimed, seen, signed));
    }

    /// @param nonces of all
    /// @param payments of those that are not rejected
    private record Unsigned(Map<WithdrawalId, Long> nonces, Map<WithdrawalId, Payment> payments) {

        boolean isEmpty() {
            return nonces.isEmpty();
        }

        void keepOnly(Set<WithdrawalId> some) {
            nonces.keySet().retainAll(some);
            payments.keySet().retainAll(some);
        }
    }

    private Unsigned unsigned(Transaction tx, List<Job> claimed) {
        List<WithdrawalId> ids = ids(claimed);
        Map<WithdrawalId, Long> open = nonces.nonces(tx, ids);
        open.keySet().removeAll(nonces.versions(tx, ids).keySet());
        Map<WithdrawalId, Payment> payments = new HashMap<>();
        List<Withdrawal> unsigned = store.read(tx, open.keySet());
        leaveOutPaused(tx, unsigned, open);
        for (Withdrawal withdrawal : unsigned) {
            switch (withdrawal.state()) {
                case WithdrawalState.Numbered _ -> payments.put(withdrawal.id(), withdrawal.payment(coin(withdrawal)));
                case WithdrawalState.Rejected _ -> {}
                case WithdrawalState.Placed _,
                        WithdrawalState.Signed _,
                        WithdrawalState.Sent _,
                        WithdrawalState.Completed _,
                        WithdrawalState.Reversed _ ->
                    throw new IllegalStateException(withdrawal + ", and nothing signed");
            }
        }
        payments.keySet().retainAll(open.keySet());
        return new Unsigned(open, payments);
    }

    /// A coin that is out of use is not sent, and what comes after it could not be in a block before it.
    private void leaveOutPaused(Transaction tx, List<Withdrawal> unsigned, Map<WithdrawalId, Long> open) {
        unsigned.stream()
                .filter(withdrawal ->
                        withdrawal.state() instanceof WithdrawalState.Numbered && coins.isPaused(tx, coin(withdrawal)))
                .map(withdrawal -> open.get(withdrawal.id()))
                .min(Comparator.naturalOrder())
                .ifPresent(first -> open.values().removeIf(nonce -> nonce >= first));
    }

    /// Writes down what was signed, for those that still have nothing and still are what it was signed for.
    private void keep(
            Transaction tx,
            List<Job> claimed,
            Map<WithdrawalId, Seen> seen,
            Map<WithdrawalId, SignedTransaction> signed) {
        Set<WithdrawalId> ours = new HashSet<>(ids(jobs.stillOurs(tx, claimed)));
        seen.keySet().retainAll(ours);
        Instant now = now();
        for (Withdrawal withdrawal : store.lock(tx, seen.keySet())) {
            boolean fills = withdrawal.state() instanceof WithdrawalState.Rejected;
            Optional.ofNullable(signed.get(withdrawal.id()))
                    .ifPresent(transaction -> nonces.sign(tx, withdrawal.id(), 1, transaction, fills, now));
        }
        progress.take(tx, seen);
    }

    /// Whose nonce is used up for good ends here with its job, in one commit.
    private void follow(List<Job> claimed) {
        List<Parcel> parcels = db.transact(tx -> parcels(tx, claimed));
        if (parcels.isEmpty()) {
            return;
        }
        Dispatch dispatch = new Dispatch(
                sender,
                coins.gas(sender.id().environment(), sender.id().network()).code());
        Dispatch.Report report = dispatch.follow(parcels, now());
        Map<WithdrawalId, SignedTransaction> better = better(report.stuck());
        db.run(tx -> take(tx, claimed, report, better));
    }

    private void take(
            Transaction tx, List<Job> claimed, Dispatch.Report report, Map<WithdrawalId, SignedTransaction> better) {
        List<Job> jobsOfOurs = jobs.stillOurs(tx, claimed);
        Set<WithdrawalId> ours = new HashSet<>(ids(jobsOfOurs));
        report.spent().keySet().retainAll(ours);
        Set<WithdrawalId> known = new HashSet<>(report.known());
        known.retainAll(ours);
        known.removeAll(report.spent().keySet());
        progress.take(tx, known.stream().collect(Collectors.toMap(id -> id, _ -> new Seen.Known())));
        progress.end(tx, report.spent());
        for (Parcel parcel : report.stuck()) {
            if (ours.contains(parcel.withdrawal())) {
                replace(tx, parcel, better);
            }
        }
        jobs.finish(
                tx,
                jobsOfOurs.stream()
                        .filter(job -> report.spent().containsKey(id(job)))
                        .toList());
    }

    private List<Parcel> parcels(Transaction tx, List<Job> claimed) {
        List<Parcel> parcels = new ArrayList<>();
        Map<WithdrawalId, List<NonceStore.Version>> versions = nonces.versions(tx, ids(claimed));
        for (Withdrawal withdrawal : store.read(tx, versions.keySet())) {
            // One that has ended without a nonce to fill comes here when the end of its job was lost.
            boolean fills = withdrawal.state() instanceof WithdrawalState.Rejected;
            if (withdrawal.state().isOpen() || fills) {
                int confirmations = coin(withdrawal).confirmations();
                Optional.ofNullable(versions.get(withdrawal.id()))
                        .ifPresent(its -> parcels.add(new Parcel(withdrawal.id(), confirmations, fills, its)));
            }
        }
        return parcels;
    }

    /// The same payments with the same nonces at a better price, where more may be offered.
    private Map<WithdrawalId, SignedTransaction> better(List<Parcel> stuck) {
        if (stuck.isEmpty()) {
            return Map.of();
        }
        List<WithdrawalId> ids = stuck.stream().map(Parcel::withdrawal).toList();
        Map<WithdrawalId, Optional<Payment>> payments = db.transact(tx -> store.read(tx, ids)).stream()
                .collect(Collectors.toMap(Withdrawal::id, this::payment));
        Map<WithdrawalId, SignedTransaction> better = new HashMap<>();
        Map<BigInteger, BigInteger> prices = new HashMap<>();
        for (Parcel parcel : stuck) {
            SignedTransaction latest = parcel.latest();
            BigInteger price = prices.computeIfAbsent(latest.price(), last -> sender.price(Optional.of(last)));
            Optional.ofNullable(payments.get(parcel.withdrawal()))
                    .filter(_ -> price.compareTo(latest.price()) > 0)
                    .ifPresent(payment -> better.put(parcel.withdrawal(), sender.sign(payment, latest.nonce(), price)));
        }
        return better;
    }

    private Optional<Payment> payment(Withdrawal withdrawal) {
        return withdrawal.state() instanceof WithdrawalState.Rejected
                ? Optional.empty()
                : Optional.of(withdrawal.payment(coin(withdrawal)));
    }

    private void replace(Transaction tx, Parcel parcel, Map<WithdrawalId, SignedTransaction> better) {
        Optional.ofNullable(better.get(parcel.withdrawal()))
                .ifPresent(signed -> nonces.sign(
                        tx, parcel.withdrawal(), parcel.versions().size() + 1, signed, parcel.fills(), now()));
    }

    private void schedule(Transaction tx, List<Job> claimed) {
        List<Job> ours = jobs.stillOurs(tx, claimed);
        Map<WithdrawalId, Withdrawal> current =
                store.read(tx, ids(ours)).stream().collect(Collectors.toMap(Withdrawal::id, withdrawal -> withdrawal));
        Set<WithdrawalId> numbered = nonces.nonces(tx, ids(ours)).keySet();
        Instant now = now();
        List<Job> done = new ArrayList<>();
        Map<Instant, List<Job>> again = new HashMap<>();
        for (Job job : ours) {
            WithdrawalId id = id(job);
            Withdrawal withdrawal = Optional.ofNullable(current.get(id)).orElseThrow();
            boolean fills = withdrawal.state() instanceof WithdrawalState.Rejected && numbered.contains(id);
            if (withdrawal.state().isOpen() || fills) {
                again.computeIfAbsent(now.plus(gap(withdrawal, now)), _ -> new ArrayList<>())
                        .add(job);
            } else {
                done.add(job);
            }
        }
        jobs.finish(tx, done);
        again.forEach((at, its) -> jobs.retry(tx, its, at));
    }

    private static Duration gap(Withdrawal withdrawal, Instant now) {
        Duration gap = Duration.ofSeconds(Duration.between(withdrawal.createdAt(), now)
                .dividedBy(AGE_SHARE)
                .toSeconds());
        if (gap.compareTo(GAP_MIN) < 0) {
            return GAP_MIN;
        }
        return gap.compareTo(GAP_MAX) < 0 ? gap : GAP_MAX;
    }

    private Coin coin(Withdrawal withdrawal) {
        return coins.find(withdrawal.tenant().environment(), withdrawal.token(), withdrawal.network())
                .orElseThrow();
    }

    /// As precise as the database keeps it.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static List<Withdrawal> in(Collection<Withdrawal> withdrawals, Class<? extends WithdrawalState> state) {
        return withdrawals.stream()
                .filter(withdrawal -> state.isInstance(withdrawal.state()))
                .toList();
    }

    private static WithdrawalId id(Job job) {
        return new WithdrawalId(job.subject());
    }

    private static List<WithdrawalId> ids(Collection<Job> jobs) {
        return jobs.stream().map(SendStep::id).toList();
    }
}
