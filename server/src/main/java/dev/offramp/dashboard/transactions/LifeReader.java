package dev.offramp.dashboard.transactions;

import dev.offramp.assets.Asset;
import dev.offramp.chains.Address;
import dev.offramp.chains.BlockRef;
import dev.offramp.chains.ChainId;
import dev.offramp.dashboard.Uses;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.part.Figures;
import dev.offramp.dashboard.part.Places;
import dev.offramp.db.ObjectId;
import dev.offramp.db.Transaction;
import dev.offramp.deposits.Deposit;
import dev.offramp.deposits.DepositCompleted;
import dev.offramp.deposits.DepositId;
import dev.offramp.deposits.DepositState;
import dev.offramp.deposits.Outlook;
import dev.offramp.deposits.Place;
import dev.offramp.deposits.Terms;
import dev.offramp.facts.Fact;
import dev.offramp.lists.ListQuery;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.outflows.Outflow;
import dev.offramp.rates.Quote;
import dev.offramp.reports.ReportLine;
import dev.offramp.settlement.LastAttempt;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wallets.Wallet;
import dev.offramp.webhooks.DeliveryRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads the whole life of a transaction: a few questions to each room, however much happened.
record LifeReader(Uses uses) {

    private static final int OUTFLOWS_MAX = 50;
    private static final int EVENTS_MAX = 200;
    /// A receiver that has failed so often is not waited for.
    private static final int ATTEMPTS_WAITED_FOR = 3;

    /// What was read.
    private record Read(
            Deposit deposit,
            Asset asset,
            Wallet wallet,
            Optional<BlockRef> readUpTo,
            Optional<Outlook> outlook,
            List<Fact> told,
            List<Outflow> outflows,
            Optional<LastAttempt> settlement,
            List<ReportLine> lines,
            List<DeliveryRecord> events) {}

    static LifeReader of(Uses uses) {
        return new LifeReader(uses);
    }

    /// Empty when the business in the path has no such transaction.
    Optional<Life> read(Visit visit) {
        return visit.id("transaction")
                .flatMap(id -> visit.view(tx -> uses.deposits()
                        .find(tx, visit.tenant(), new DepositId(id))
                        .map(deposit -> life(tx, visit.tenant(), deposit))));
    }

    private Life life(Transaction tx, Tenant tenant, Deposit deposit) {
        ObjectId id = deposit.id().value();
        List<Outflow> outflows = outflows(tx, tenant, id);
        List<ObjectId> subjects = Stream.concat(Stream.of(id), outflows.stream().map(LifeReader::id))
                .toList();
        List<Fact> told = uses.facts().about(tx, subjects);
        Read read = new Read(
                deposit,
                uses.assets().find(deposit.asset()).orElseThrow(),
                uses.wallets().all(tx, Set.of(deposit.wallet())).get(deposit.wallet()),
                uses.deposits()
                        .readUpTo(
                                tx,
                                new ChainId(
                                        tenant.environment(), deposit.origin().network())),
                Optional.ofNullable(
                        uses.deposits().outlooks(tx, List.of(deposit)).get(deposit.id())),
                told,
                outflows,
                uses.settlements().last(tx, deposit.id()),
                uses.reports().linesOf(tx, subjects),
                events(tx, tenant, subjects));
        return life(read);
    }

    private List<Outflow> outflows(Transaction tx, Tenant tenant, ObjectId deposit) {
        return uses.outflows()
                .list()
                .batch(tx, tenant, filtered("trade", List.of(deposit)), Optional.empty(), OUTFLOWS_MAX)
                .items();
    }

    private List<DeliveryRecord> events(Transaction tx, Tenant tenant, List<ObjectId> subjects) {
        return uses.webhooks()
                .list()
                .batch(tx, tenant, filtered("reference", subjects), Optional.empty(), EVENTS_MAX)
                .items();
    }

    private static ListQuery filtered(String field, List<ObjectId> values) {
        return new ListQuery(
                1,
                1,
                Optional.empty(),
                values.stream()
                        .map(value -> new ListQuery.Filter(field, value.value()))
                        .toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Life life(Read read) {
        Deposit deposit = read.deposit();
        ObjectId id = deposit.id().value();
        List<Fact> ofDeposit =
                read.told().stream().filter(fact -> fact.subject().equals(id)).toList();
        Moments moments = new Moments(uses.facts());
        moments.addDeposit(deposit, ofDeposit);
        moments.addSettlement(read.settlement());
        moments.addOutflows(read.told());
        moments.addEvents(read.events());
        return new Life(
                deposit.id().toString(),
                States.of(deposit.state()),
                reason(deposit.state()),
                progress(read),
                identity(read),
                facts(read),
                moments.inOrder(),
                read.lines().stream().map(this::booked).toList(),
                isOver(read, ofDeposit));
    }

    private static Optional<String> reason(DepositState state) {
        return switch (state) {
            case DepositState.Pending _ -> Optional.empty();
            case DepositState.Flagged flagged ->
                Optional.of(flagged.rejected().orElse(flagged.why().text()));
            case DepositState.Completed completed -> completed.reason();
            case DepositState.Deleted deleted -> Optional.of(deleted.reason());
        };
    }

    private static Optional<String> progress(Read read) {
        if (!(read.deposit().state() instanceof DepositState.Pending(Place place))) {
            return Optional.empty();
        }
        int count = read.readUpTo()
                .map(block -> read.deposit().confirmations(block.height()))
                .orElse(0);
        String depth = "%d of %d confirmations".formatted(count, read.asset().confirmations());
        return Optional.of(
                switch (place) {
                    case Place.InBlock _ -> depth;
                    case Place.Waiting _ -> depth + ", waiting for a block";
                    case Place.Missing _ -> depth + ", in no block that we know of";
                });
    }

    private static Life.Identity identity(Read read) {
        Deposit deposit = read.deposit();
        String hash = deposit.origin().tx().value();
        boolean isReal = deposit.tenant().environment() == Environment.PRODUCTION;
        return new Life.Identity(
                hash,
                isReal ? Optional.of(read.asset().transactionLink() + hash) : Optional.empty(),
                deposit.origin().address().value(),
                deposit.wallet().toString(),
                read.wallet().label().value(),
                deposit.content().sender().map(Address::value));
    }

    private static List<Life.Fact> facts(Read read) {
        Deposit deposit = read.deposit();
        List<Life.Fact> facts = new ArrayList<>();
        facts.add(Life.Fact.of(
                "Received",
                TransactionLines.coins(deposit, read.asset()) + " "
                        + read.asset().symbol() + " on "
                        + read.asset().network().displayName()));
        read.outlook()
                .flatMap(Outlook::usd)
                .ifPresent(usd -> facts.add(Life.Fact.of(
                        "Worth about", usd(usd), "by the price of this moment; what counts is that of crediting")));
        deposit.terms().ifPresent(terms -> addTerms(facts, deposit, terms));
        facts.add(Life.Fact.of("Goes to", target(read)));
        deposit.mock().ifPresent(mock -> facts.add(Life.Fact.of("Reference", mock.reference())));
        return facts;
    }

    private static void addTerms(List<Life.Fact> facts, Deposit deposit, Terms terms) {
        boolean isCredited = deposit.state() instanceof DepositState.Completed;
        facts.add(Life.Fact.of("Value", usd(terms.usd())));
        facts.add(Life.Fact.of("Price", usd(terms.price().rate().value()) + " a coin", source(terms.price())));
        Fiat local = terms.currency() == Fiat.USD ? Fiat.NGN : terms.currency();
        facts.add(Life.Fact.of(
                "Rate", plain(terms.rate().rate().value()) + " " + local + " a dollar", source(terms.rate())));
        facts.add(Life.Fact.of(
                "Fee", fiat(terms.fee()), plain(terms.feePercentage().value()) + "% of the amount"));
        if (terms.flagFee().isPositive()) {
            facts.add(Life.Fact.of("Fee for completing it", fiat(terms.flagFee())));
        }
        if (terms.markup().isPositive()) {
            facts.add(Life.Fact.of(
                    "Your markup",
                    fiat(terms.markup()),
                    plain(terms.markupPercentage().value()) + "% of the rate"));
        }
        facts.add(Life.Fact.of(isCredited ? "Credited" : "Would bring", TransactionLines.credited(terms)));
    }

    private static String source(Quote quote) {
        return "source: " + quote.source() + ", " + Figures.time(quote.at());
    }

    private static String target(Read read) {
        if (!read.outflows().isEmpty()) {
            return switch (read.outflows().getFirst()) {
                case Outflow.ToBank(var payout) ->
                    "a bank account at " + payout.account().bankName();
                case Outflow.ToAddress(var sent) ->
                    "an address for " + sent.token() + " on "
                            + sent.network().network().displayName();
            };
        }
        return read.settlement().isPresent() ? "the balance, since it was not settled" : "the balance";
    }

    private Life.Booked booked(ReportLine line) {
        return new Life.Booked(
                line.line().at(),
                line.kind().words(),
                Accounts.words(line.line().posting().from()),
                Accounts.words(line.line().posting().to()),
                plain(line.amount()) + " "
                        + Places.asset(
                                uses.assets(), line.line().posting().amount().asset()),
                line.value().map(LifeReader::fiat));
    }

    /// The facts about it may come a moment after what they tell of, and what reads them a moment later.
    private boolean isOver(Read read, List<Fact> ofDeposit) {
        Deposit deposit = read.deposit();
        boolean isTold = deposit.told().sequence() == ofDeposit.size();
        boolean isAtRest = switch (deposit.state()) {
            case DepositState.Pending _ -> false;
            case DepositState.Flagged flagged -> flagged.rejected().isPresent();
            case DepositState.Completed _ -> isSettled(read, ofDeposit);
            case DepositState.Deleted _ -> true;
        };
        return isTold && isAtRest && read.events().stream().noneMatch(LifeReader::isAwaited);
    }

    private boolean isSettled(Read read, List<Fact> ofDeposit) {
        boolean hasTarget = ofDeposit.stream()
                .filter(fact -> fact.is(DepositCompleted.class))
                .map(fact -> uses.facts().body(fact, DepositCompleted.class).deposit())
                .anyMatch(told ->
                        told.settleTo().isPresent() || told.settleToAddress().isPresent());
        return (!hasTarget || read.settlement().isPresent())
                && read.outflows().stream().allMatch(LifeReader::isOver);
    }

    private static boolean isOver(Outflow outflow) {
        return switch (outflow) {
            case Outflow.ToBank(var payout) ->
                switch (payout.status()) {
                    case PENDING, PROCESSING -> false;
                    case COMPLETED, REJECTED, REVERSED -> true;
                };
            case Outflow.ToAddress(var withdrawal) ->
                switch (withdrawal.status()) {
                    case PENDING, PROCESSING -> false;
                    case COMPLETED, REJECTED, REVERSED -> true;
                };
        };
    }

    private static boolean isAwaited(DeliveryRecord record) {
        return record.state() instanceof DeliveryRecord.State.Pending
                && record.attempts().size() < ATTEMPTS_WAITED_FOR;
    }

    private static ObjectId id(Outflow outflow) {
        return switch (outflow) {
            case Outflow.ToBank(var payout) -> payout.id().value();
            case Outflow.ToAddress(var withdrawal) -> withdrawal.id().value();
        };
    }

    private static String usd(BigDecimal usd) {
        return plain(usd) + " USD";
    }

    private static String fiat(Money money) {
        return Figures.number(money, Fiat.SCALE) + " " + money.asset();
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return Figures.number(stripped.scale() < 0 ? stripped.setScale(0) : stripped);
    }
}
