package dev.offramp.operations;

import dev.offramp.assets.AddressFamily;
import dev.offramp.assets.Assets;
import dev.offramp.chains.Address;
import dev.offramp.chains.AddressForm;
import dev.offramp.chains.Chain;
import dev.offramp.chains.ChainId;
import dev.offramp.chains.Position;
import dev.offramp.chains.TxHash;
import dev.offramp.db.Database;
import dev.offramp.db.Transaction;
import dev.offramp.db.Trouble;
import dev.offramp.deposits.Deposits;
import dev.offramp.deposits.SeenTransfers;
import dev.offramp.tenancy.Environment;
import dev.offramp.wallets.Wallet;
import dev.offramp.wallets.WalletId;
import dev.offramp.wallets.Wallets;
import dev.offramp.withdrawals.WithdrawalSnapshot;
import dev.offramp.withdrawals.Withdrawals;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/// Says what became of a transfer, by its transaction, its recipient or its block: what we recorded, and where we know
/// nothing what the chain says and why it is no deposit of ours. Changes nothing.
public final class DepositFinder {

    /// The rooms it looks in.
    public record Uses(Database db, Assets assets, Wallets wallets, Deposits deposits, Withdrawals withdrawals) {}

    /// The most deposits, and the most arrivals, that are shown of one address or some blocks.
    public static final int SHOWN_MAX = 200;

    /// The most blocks that a chain is asked about at a time.
    static final int BLOCKS_MAX = 100;

    private static final Pattern EVM_HASH = Pattern.compile("0x[0-9a-f]{64}");

    /// The sandbox takes any text for the name of a mock transaction.
    private static final int HASH_MAX = 100;

    private final Uses uses;
    private final List<Chain> chains;
    private final ChainQuestions questions;

    private DepositFinder(Uses uses, List<Chain> chains) {
        this.uses = uses;
        this.chains = List.copyOf(chains);
        this.questions = new ChainQuestions(uses.db(), uses.assets(), uses.wallets(), uses.deposits());
    }

    /// @param chains those that can be asked
    public static DepositFinder create(Uses uses, List<Chain> chains) {
        return new DepositFinder(uses, chains);
    }

    /// The chains that can be asked.
    public List<ChainId> chains() {
        return chains.stream().map(Chain::id).toList();
    }

    /// What there is of this address or transaction. May ask chains: never within a transaction.
    public Found find(String text) {
        String asked = text.strip();
        boolean isReadable = !asked.isEmpty()
                && asked.length() <= HASH_MAX
                && asked.codePoints().noneMatch(Character::isISOControl);
        if (!isReadable) {
            return new Found.Nothing();
        }
        TxHash hash = new TxHash(canonical(asked));
        Optional<Found> known = uses.db().view(tx -> known(tx, asked, hash));
        return known.orElseGet(() -> new Found.UnknownTransaction(hash, askEach(hash)));
    }

    private static String canonical(String asked) {
        String lower = asked.toLowerCase(Locale.ROOT);
        return EVM_HASH.matcher(lower).matches() ? lower : asked;
    }

    private Optional<Found> known(Transaction tx, String asked, TxHash hash) {
        List<Wallet> owners = owners(tx, asked);
        if (!owners.isEmpty()) {
            return Optional.of(ours(tx, owners));
        }
        SeenTransfers transfers = uses.deposits().seen(tx, hash, SHOWN_MAX);
        Optional<WithdrawalSnapshot> sent = uses.withdrawals().signed(tx, hash);
        if (!transfers.isEmpty() || sent.isPresent()) {
            return Optional.of(new Found.KnownTransaction(hash, transfers, sent));
        }
        return address(asked).map(this::notOurs);
    }

    private Found ours(Transaction tx, List<Wallet> owners) {
        List<WalletId> ids = owners.stream().map(Wallet::id).toList();
        List<Found.Owner> shown = owners.stream()
                .map(wallet -> new Found.Owner(wallet, uses.wallets().path(wallet)))
                .toList();
        return new Found.OurAddress(
                owners.getFirst().address(), shown, uses.deposits().seen(tx, ids, SHOWN_MAX));
    }

    private Found notOurs(Address address) {
        List<ChainId> hot = uses.withdrawals().hotWalletsAt(address);
        return hot.isEmpty() ? new Found.ForeignAddress(address) : new Found.HotWalletAddress(address, hot);
    }

    private List<Wallet> owners(Transaction tx, String asked) {
        List<Wallet> owners = new ArrayList<>();
        for (Environment environment : Environment.values()) {
            for (AddressFamily family : AddressFamily.values()) {
                AddressForm.canonical(family, environment, asked)
                        .ifPresent(address -> owners.addAll(uses.wallets()
                                .owners(tx, environment, family, List.of(address))
                                .values()));
            }
        }
        return owners;
    }

    private static Optional<Address> address(String asked) {
        for (Environment environment : Environment.values()) {
            for (AddressFamily family : AddressFamily.values()) {
                Optional<Address> address = AddressForm.canonical(family, environment, asked);
                if (address.isPresent()) {
                    return address;
                }
            }
        }
        return Optional.empty();
    }

    /// All at once: a node that is away must not keep the others from answering.
    private List<Found.ChainAnswer> askEach(TxHash hash) {
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Found.ChainAnswer>> asked = chains.stream()
                    .filter(chain -> mayHave(chain.id(), hash))
                    .map(chain -> each.submit(() -> questions.ask(chain, hash)))
                    .toList();
            return asked.stream().map(DepositFinder::answer).toList();
        }
    }

    private static Found.ChainAnswer answer(Future<Found.ChainAnswer> asked) {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("asking a chain failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// A real node is asked about what can be one of its transactions; the sandbox's mock transactions have any name.
    private static boolean mayHave(ChainId chain, TxHash hash) {
        boolean isEvm = chain.network().family() == AddressFamily.EVM;
        return chain.environment() == Environment.DEVELOPMENT
                || isEvm == EVM_HASH.matcher(hash.value()).matches();
    }

    /// What there is in these blocks, both included: what we recorded, and of few blocks what the chain has beside
    /// that. May ask the chain: never within a transaction.
    public Found.Blocks find(ChainId chain, long from, long to) {
        SeenTransfers known = uses.db().view(tx -> uses.deposits().seen(tx, chain, from, to, SHOWN_MAX));
        Optional<Chain> followed =
                chains.stream().filter(its -> its.id().equals(chain)).findFirst();
        if (followed.isEmpty()) {
            return new Found.Blocks(chain, from, to, known, List.of(), Found.Asking.NOT_FOLLOWED);
        }
        if (to - from >= BLOCKS_MAX) {
            return new Found.Blocks(chain, from, to, known, List.of(), Found.Asking.TOO_MANY);
        }
        try {
            List<Transferred> unrecorded = unrecorded(questions.toUs(followed.get(), from, to), known);
            return new Found.Blocks(chain, from, to, known, unrecorded, Found.Asking.ASKED);
        } catch (Trouble _) {
            return new Found.Blocks(chain, from, to, known, List.of(), Found.Asking.IN_TROUBLE);
        }
    }

    private record Key(TxHash tx, Position position, Address address) {}

    private static List<Transferred> unrecorded(List<Transferred> there, SeenTransfers known) {
        Set<Key> recorded = new HashSet<>();
        known.deposits().stream()
                .map(deposit -> deposit.origin())
                .forEach(origin -> recorded.add(new Key(origin.tx(), origin.position(), origin.address())));
        known.arrivals().forEach(arrival -> recorded.add(new Key(arrival.tx(), arrival.position(), arrival.address())));
        return there.stream()
                .filter(its -> !recorded.contains(new Key(
                        its.transfer().tx(),
                        its.transfer().position(),
                        its.transfer().recipient())))
                .toList();
    }
}
