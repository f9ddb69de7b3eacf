package dev.offramp.chains.simulated;

import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import dev.offramp.chains.CoinSender.Reception;
import dev.offramp.chains.Payment;
import dev.offramp.chains.SignedTransaction;
import dev.offramp.chains.TxHash;
import dev.offramp.chains.simulated.TransactionStore.Due;
import dev.offramp.chains.simulated.TransactionStore.Named;
import dev.offramp.db.Transaction;
import java.math.BigInteger;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the sandbox's nodes do with transactions that have a nonce: one per nonce, in the order of nonces, the better
/// offer first, none below the price of the day. Holds the clock, so that no block is made meanwhile.
final class Outgoing {

    /// What a transaction offers where nobody has set a price.
    static final BigInteger USUAL_PRICE = BigInteger.valueOf(1_000);

    /// Whoever is paid at such an address makes the transaction fail.
    private static final String FAILING = "dead";

    /// A replacement offers at least an eighth more.
    private static final BigInteger EIGHT = BigInteger.valueOf(8);

    private static final BigInteger NINE = BigInteger.valueOf(9);

    private final ClockStore clocks;
    private final TransactionStore transactions;
    private final InstantSource clock;
    private final OutgoingStore store = new OutgoingStore();

    Outgoing(ClockStore clocks, TransactionStore transactions, InstantSource clock) {
        this.clocks = clocks;
        this.transactions = transactions;
        this.clock = clock;
    }

    BigInteger price(Transaction tx, Network network) {
        return store.price(tx, network).orElse(USUAL_PRICE);
    }

    /// From now on blocks take nothing that offers less.
    void setPrice(Transaction tx, Network network, BigInteger price) {
        clocks.lock(tx);
        store.setPrice(tx, network, price);
        store.wallets(tx).stream().filter(wallet -> wallet.network() == network).forEach(wallet -> arrange(tx, wallet));
    }

    Reception take(Transaction tx, SignedTransaction signed) {
        long height = clocks.lock(tx).height();
        OutgoingText text = OutgoingText.parse(signed.bytes());
        TxHash coins = new TxHash(text.network().code() + ":" + text.wallet() + ":" + text.nonce());
        Optional<OutgoingStore.Spender> spender = store.spender(tx, coins);
        Reception reception = spender.isPresent()
                ? beside(tx, spender.get(), signed.hash(), coins, text)
                : takeFree(tx, signed.hash(), coins, text, height);
        arrange(tx, new OutgoingStore.Wallet(text.network(), text.wallet()));
        return reception;
    }

    private Reception beside(
            Transaction tx, OutgoingStore.Spender spender, TxHash hash, TxHash coins, OutgoingText text) {
        if (spender.hash().equals(hash)) {
            return Reception.TAKEN;
        }
        if (spender.mined()) {
            return Reception.NONCE_USED;
        }
        if (text.price().multiply(EIGHT).compareTo(spender.price().multiply(NINE)) < 0) {
            return Reception.UNDERPRICED;
        }
        transactions.forget(tx, List.of(spender.hash()));
        return takeFree(tx, hash, coins, text, 0);
    }

    private Reception takeFree(Transaction tx, TxHash hash, TxHash coins, OutgoingText text, long height) {
        if (transactions.find(tx, hash).isPresent()) {
            transactions.giveBack(tx, List.of(new Due(hash, height + 1)), clock.instant());
        } else {
            transactions.insert(tx, List.of(new Named(hash, coins, transaction(text))), clock.instant());
            store.insert(tx, hash, text);
        }
        return Reception.TAKEN;
    }

    private static NewTransaction transaction(OutgoingText text) {
        // One that moves nothing is one that fails: the sandbox knows no transaction without an output.
        Output output = text.payment()
                .map(payment -> new Output(payment.recipient(), payment.contract(), payment.units()))
                .orElseGet(() -> new Output(text.wallet(), Optional.empty(), BigInteger.ONE));
        NewTransaction transaction =
                NewTransaction.paying(text.network(), List.of(output)).from(text.wallet());
        return text.payment()
                        .map(Payment::recipient)
                        .filter(payee -> !isFailing(payee))
                        .isPresent()
                ? transaction
                : transaction.failing();
    }

    private static boolean isFailing(Address recipient) {
        return recipient.value().toLowerCase(Locale.ROOT).endsWith(FAILING);
    }

    /// To be called when a waiting transaction was taken out of the mempool: those after it wait.
    void arrangeAll(Transaction tx) {
        store.wallets(tx).forEach(wallet -> arrange(tx, wallet));
    }

    /// Lets the next block have what follows the last mined nonce without a gap and offers enough.
    private void arrange(Transaction tx, OutgoingStore.Wallet wallet) {
        BigInteger price = price(tx, wallet.network());
        long next = store.nonce(tx, wallet);
        List<TxHash> free = new ArrayList<>();
        List<TxHash> blocked = new ArrayList<>();
        for (OutgoingStore.Queued queued : store.queue(tx, wallet)) {
            boolean fits = blocked.isEmpty()
                    && queued.nonce() <= next + free.size()
                    && queued.price().compareTo(price) >= 0;
            (fits ? free : blocked).add(queued.hash());
        }
        store.release(tx, free);
        store.holdBack(tx, blocked);
    }
}
