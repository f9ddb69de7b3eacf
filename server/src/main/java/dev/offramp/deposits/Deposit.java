package dev.offramp.deposits;

import dev.offramp.assets.Network;
import dev.offramp.chains.Address;
import dev.offramp.chains.ChainId;
import dev.offramp.chains.Position;
import dev.offramp.chains.TxHash;
import dev.offramp.money.AssetCode;
import dev.offramp.tenancy.Tenant;
import dev.offramp.wallets.WalletId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/// A transfer to one of our wallets.
///
/// @param mock what a mock trade brought along
/// @param corrections how often what was booked for it was undone because it had left its chain
public record Deposit(
        DepositId id,
        Tenant tenant,
        WalletId wallet,
        Origin origin,
        Content content,
        DepositState state,
        Optional<Mock> mock,
        Told told,
        int corrections,
        Instant createdAt,
        Instant updatedAt) {

    /// Where the transfer is to be found. With the network these make its identity; the index is only shown.
    ///
    /// @param index output or log ordinal in the transaction
    public record Origin(Network network, TxHash tx, Position position, Address address, int index) {}

    /// What the transfer moves. Until it is booked this is as last seen: on another branch the same call may pay
    /// another amount.
    ///
    /// @param asset what arrived, which need not be what the wallet is for
    /// @param units amount in the smallest unit of `asset`
    public record Content(AssetCode asset, boolean isWrongAsset, BigInteger units, Optional<Address> sender) {

        boolean movesSameAs(Content other) {
            return asset.equals(other.asset) && units.equals(other.units);
        }
    }

    /// What makes a mock trade different: its own dollar value, its reference, and how much deeper than it lies it
    /// counts.
    public record Mock(BigDecimal usd, String reference, int confirmationOffset) {}

    /// What was told of it.
    ///
    /// @param sequence count of the facts written about it
    /// @param confirmations as last told; empty before the first fact
    public record Told(int sequence, Optional<Integer> confirmations) {

        static final Told NOTHING = new Told(0, Optional.empty());
    }

    /// The transfer's identity on its chain.
    record Key(TxHash tx, Position position, Address address) {}

    /// A transfer seen for the first time.
    static Deposit firstSeen(
            DepositId id, Tenant tenant, WalletId wallet, Origin origin, Content content, Place place, Instant at) {
        return new Deposit(
                id,
                tenant,
                wallet,
                origin,
                content,
                new DepositState.Pending(place),
                Optional.empty(),
                Told.NOTHING,
                0,
                at,
                at);
    }

    Key key() {
        return new Key(origin.tx, origin.position, origin.address);
    }

    ChainId chain() {
        return new ChainId(tenant.environment(), origin.network);
    }

    public AssetCode asset() {
        return content.asset;
    }

    public BigInteger units() {
        return content.units;
    }

    public Place place() {
        return switch (state) {
            case DepositState.Pending pending -> pending.place();
            case DepositState.Flagged flagged -> flagged.place();
            case DepositState.Completed completed -> completed.place();
            case DepositState.Deleted _ -> new Place.Waiting();
        };
    }

    /// What it was credited on, or would have been when it was flagged; empty before it is decided.
    public Optional<Terms> terms() {
        return switch (state) {
            case DepositState.Flagged flagged -> Optional.of(flagged.stated());
            case DepositState.Completed completed -> Optional.of(completed.terms());
            case DepositState.Pending _, DepositState.Deleted _ -> Optional.empty();
        };
    }

    boolean isPending() {
        return state instanceof DepositState.Pending;
    }

    boolean isDeleted() {
        return state instanceof DepositState.Deleted;
    }

    boolean isUntold() {
        return told.sequence == 0;
    }

    /// Confirmations when the chain was read up to `height`; the deposit's own block is the first.
    public int confirmations(long height) {
        if (!(place() instanceof Place.InBlock(var block))) {
            return 0;
        }
        long blocks = Math.max(0, height - block.height() + 1);
        return Math.toIntExact(blocks + mock.map(Mock::confirmationOffset).orElse(0));
    }

    Deposit in(DepositState next, Instant at) {
        return new Deposit(id, tenant, wallet, origin, content, next, mock, told, corrections, createdAt, at);
    }

    /// Left its chain after it was booked, and the booking was undone.
    Deposit corrected(String reason, Instant at) {
        DepositState deleted = new DepositState.Deleted(reason);
        return new Deposit(id, tenant, wallet, origin, content, deleted, mock, told, corrections + 1, createdAt, at);
    }

    /// The same, at another place of the chain. A deleted one is pending again, and news.
    Deposit at(Place place, Instant at) {
        return switch (state) {
            case DepositState.Pending _ -> in(new DepositState.Pending(place), at);
            case DepositState.Deleted _ ->
                in(new DepositState.Pending(place), at).with(new Told(told.sequence, Optional.of(0)));
            case DepositState.Flagged flagged ->
                in(new DepositState.Flagged(place, flagged.why(), flagged.stated(), flagged.rejected()), at);
            case DepositState.Completed completed ->
                in(
                        new DepositState.Completed(
                                place, completed.terms(), completed.reason(), completed.wasFlagged()),
                        at);
        };
    }

    Deposit with(Content seen) {
        return new Deposit(id, tenant, wallet, origin, seen, state, mock, told, corrections, createdAt, updatedAt);
    }

    Deposit with(Told next) {
        return new Deposit(id, tenant, wallet, origin, content, state, mock, next, corrections, createdAt, updatedAt);
    }

    Deposit with(Mock trade) {
        return new Deposit(
                id,
                tenant,
                wallet,
                origin,
                content,
                state,
                Optional.of(trade),
                told,
                corrections,
                createdAt,
                updatedAt);
    }
}
