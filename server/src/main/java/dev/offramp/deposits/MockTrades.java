package dev.offramp.deposits;

import dev.offramp.assets.Asset;
import dev.offramp.chains.Address;
import dev.offramp.chains.MockBroadcast;
import dev.offramp.db.Database;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.SqlState;
import dev.offramp.db.Transaction;
import dev.offramp.facts.Facts;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wallets.Wallet;
import dev.offramp.wallets.Wallets;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/// Makes mock trades: the transaction on the simulated chain and the pending deposit commit together, so that the trade
/// exists when the request is answered.
final class MockTrades {

    private final Database db;
    private final InstantSource clock;
    private final ObjectIds ids;
    private final DepositStore deposits;
    private final Wallets wallets;
    private final Appraiser appraiser;
    private final Facts facts;
    private final MockBroadcast chain;

    MockTrades(
            Database db,
            InstantSource clock,
            ObjectIds ids,
            DepositStore deposits,
            Deposits.Uses uses,
            Appraiser appraiser,
            MockBroadcast chain) {
        this.db = db;
        this.clock = clock;
        this.ids = ids;
        this.deposits = deposits;
        this.wallets = uses.wallets();
        this.appraiser = appraiser;
        this.facts = uses.facts();
        this.chain = chain;
    }

    MockTrade.Outcome make(Tenant tenant, MockTrade mock) {
        try {
            return db.transact(tx -> make(tx, tenant, mock));
        } catch (UnableToExecuteStatementException e) {
            if (SqlState.violatedUnique(e).filter("deposit_reference"::equals).isPresent()) {
                return new MockTrade.Outcome.ReferenceTaken();
            }
            throw e;
        }
    }

    MockTrade.Outcome make(Transaction tx, Tenant tenant, MockTrade mock) {
        Optional<Wallet> wallet = wallets.find(tx, tenant, mock.asset(), mock.address());
        if (wallet.isEmpty()) {
            return new MockTrade.Outcome.WalletNotFound();
        }
        Asset asset = appraiser.assets().find(mock.asset()).orElseThrow();
        if (mock.coins().stripTrailingZeros().scale() > asset.decimals()) {
            return new MockTrade.Outcome.TooPrecise(asset.decimals());
        }
        if (deposits.hasReference(tx, tenant, mock.reference())) {
            return new MockTrade.Outcome.ReferenceTaken();
        }
        BigInteger units = mock.coins().movePointRight(asset.decimals()).toBigIntegerExact();
        var output = new MockBroadcast.Output(
                wallet.get().address(), asset.contract().map(Address::new), units);
        if (!chain.broadcast(tx, asset.network(), mock.tx(), mock.sender(), output)) {
            return new MockTrade.Outcome.TxHashTaken();
        }
        return new MockTrade.Outcome.Queued(insert(tx, wallet.get(), asset, units, mock));
    }

    private DepositId insert(Transaction tx, Wallet wallet, Asset asset, BigInteger units, MockTrade mock) {
        Instant now = clock.instant();
        var origin = new Deposit.Origin(asset.network(), mock.tx(), MockBroadcast.POSITION, wallet.address(), 0);
        var content = new Deposit.Content(asset.code(), false, units, mock.sender());
        Deposit deposit = Deposit.firstSeen(
                        new DepositId(ids.next()),
                        wallet.tenant(),
                        wallet.id(),
                        origin,
                        content,
                        new Place.Waiting(),
                        now)
                .with(new Deposit.Mock(mock.usd(), mock.reference(), mock.confirmations() - 1));
        Appraisal appraisal = appraiser.load(tx, List.of(wallet));
        Announcer announcer = new Announcer(appraisal, now);
        Deposit told = appraisal
                .terms(deposit, BigDecimal.ZERO)
                .map(terms -> announcer.tell(deposit, terms, 0, DepositPending::new))
                .orElse(deposit);
        deposits.insert(tx, List.of(told), now);
        announcer.write(tx, facts);
        return told.id();
    }
}
