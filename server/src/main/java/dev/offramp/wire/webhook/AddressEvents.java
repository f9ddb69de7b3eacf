package dev.offramp.wire.webhook;

import dev.offramp.wallets.AddressCreated;

/// `trade.address.created`, rendered.
final class AddressEvents {

    private AddressEvents() {}

    static AddressCreatedJson render(Occasion occasion, AddressCreated wallet) {
        return new AddressCreatedJson(
                wallet.walletId().toString(),
                occasion.event(),
                occasion.eventId(),
                occasion.fact().at(),
                occasion.fact().sequence(),
                wallet.address().value(),
                wallet.asset().value(),
                wallet.label().value(),
                wallet.vaultId().toString());
    }
}
