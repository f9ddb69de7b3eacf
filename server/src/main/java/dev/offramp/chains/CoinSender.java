package dev.offramp.chains;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The port to send from the hot wallet of one network. An adapter builds, signs, hands over and observes; it never
/// decides, and keeps nothing that matters: nonces, signed bytes and what they are for are the caller's to store.
///
/// Every method may throw [Trouble][dev.offramp.db.Trouble]; from [#broadcast] that means the transactions may or may
/// not have gone out. Calls are made with no transaction of ours open and answer within [#PATIENCE_SECONDS].
///
/// A network whose transactions have no number of their own takes the nonce as a name (a durable nonce account, a
/// query id); what must hold everywhere is that two transactions of one nonce exclude each other.
public interface CoinSender {

    int PATIENCE_SECONDS = 20;

    ChainId id();

    /// The hot wallet.
    Address wallet();

    /// How many nonces of the wallet are used up by blocks: the lowest that a new transaction may have.
    long nonce();

    /// What a transaction should offer to be taken soon. For one that replaces another, enough for nodes to let it; not
    /// more than the other offered where more is not allowed: then there is nothing to replace it by, and it waits.
    ///
    /// @param replaced the price of the last transaction of the same nonce
    BigInteger price(Optional<BigInteger> replaced);

    /// The most that one transaction at this price can cost, in the native coin's smallest unit.
    BigInteger costMax(BigInteger price);

    /// What the wallet holds by the best branch; empty where it never runs short, as in the sandbox.
    ///
    /// @param contracts the tokens to look at
    Optional<Holdings> holdings(Set<Address> contracts);

    /// Why these payments could not succeed now, in words for the client; one that is left out could. Asked before
    /// anything is signed: a call that would revert, a recipient that cannot be paid.
    Map<Payment, String> objections(Collection<Payment> payments);

    /// Signs; nothing leaves. Same input, same transaction.
    ///
    /// @param payment empty for a transaction that moves nothing and only uses its nonce up
    SignedTransaction sign(Optional<Payment> payment, long nonce, BigInteger price);

    /// Hands transactions over, in this order. One that is missing from the answer may or may not have gone out.
    Map<TxHash, Reception> broadcast(List<SignedTransaction> transactions);

    /// How these transactions stand. One that is missing from the answer could not be asked about.
    Map<TxHash, Standing> standings(Set<TxHash> transactions);

    /// @param coins of the native coin, in its smallest unit
    /// @param tokens by contract, in their smallest units
    record Holdings(BigInteger coins, Map<Address, BigInteger> tokens) {}

    /// The answer to [#broadcast].
    enum Reception {
        /// Taken on, or known already.
        TAKEN,
        /// A block has a transaction of that nonce: this one or another. Ask.
        NONCE_USED,
        /// Another transaction of that nonce waits, and this one offers too little to replace it.
        UNDERPRICED,
        /// Not taken, for any other reason. It may have gone out by another way all the same.
        REFUSED
    }

    /// What the best branch says of a transaction.
    sealed interface Standing {

        /// @param confirmations its own block included
        /// @param succeeded whether it moved what it should; if not it moved nothing
        /// @param gas what it cost, in the native coin's smallest unit, either way
        record InBlock(long confirmations, boolean succeeded, BigInteger gas) implements Standing {}

        /// Known, in no block.
        record Waiting() implements Standing {}

        /// The nodes know nothing of it. It may still come back.
        record Unknown() implements Standing {}
    }
}
