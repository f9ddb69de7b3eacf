package dev.offramp.http.wallet;

import dev.offramp.assets.Asset;
import dev.offramp.assets.AssetId;
import dev.offramp.assets.Assets;
import dev.offramp.db.Database;
import dev.offramp.db.Transaction;
import dev.offramp.destinations.BankAccount;
import dev.offramp.destinations.Destinations;
import dev.offramp.http.Answer;
import dev.offramp.http.Endpoint;
import dev.offramp.http.Manual;
import dev.offramp.http.PathParameter;
import dev.offramp.http.Request;
import dev.offramp.http.Route;
import dev.offramp.http.bank.AccountCheck;
import dev.offramp.payouts.Bank;
import dev.offramp.tenancy.Scope;
import dev.offramp.wallets.Generation;
import dev.offramp.wallets.Label;
import dev.offramp.wallets.Wallet;
import dev.offramp.wallets.WalletId;
import dev.offramp.wallets.Wallets;
import dev.offramp.wire.Fields;
import dev.offramp.wire.FlagField;
import dev.offramp.wire.Form;
import dev.offramp.wire.Message;
import dev.offramp.wire.Refusal;
import dev.offramp.wire.Shape;
import dev.offramp.wire.TextField;
import dev.offramp.wire.wallet.GeneratedAddressJson;
import java.util.Optional;

/// Makes the one address of an asset and a label, with the bank it pays on to if one is given.
public record GenerateAddress(
        Database db, Assets assets, Wallets wallets, Destinations destinations, AccountCheck accounts)
        implements Endpoint {

    private static final TextField LABEL = Fields.text("label").required().max(Label.CHARACTERS_MAX);
    private static final TextField BANK = Fields.text("bankId");
    private static final FlagField AUTO_SETTLEMENT = Fields.flag("autoSettlement");

    @Override
    public Route route() {
        return Route.post("/trades/sell/assets/{id}/generate-address", Scope.DEPOSITS, PathParameter.assetId("id"))
                .body(Form.of(LABEL, BANK, AccountCheck.NUMBER, AccountCheck.NARRATION, AUTO_SETTLEMENT)
                        .together(BANK, AccountCheck.NUMBER));
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "Generate a deposit address",
                        "Makes the one permanent address of an asset and a label, with the bank account it pays"
                                + " on to if one is given. A repeat with the same asset and label is refused; find the"
                                + " wallet by its label then.",
                        new Shape.One(GeneratedAddressJson.class))
                .refusing(
                        Refusal.ASSET_NOT_FOUND,
                        Refusal.BANK_NOT_FOUND,
                        Refusal.ASSET_INACTIVE,
                        Refusal.NETWORK_NOT_CONFIGURED,
                        Refusal.ACCOUNT_NAME_UNRESOLVED,
                        Refusal.PAYOUTS_UNAVAILABLE,
                        Refusal.LABEL_TAKEN);
    }

    @Override
    public Answer answer(Request request) {
        Optional<Asset> asset = assets.find(request.tenant().environment(), new AssetId(request.objectId("id")));
        Optional<String> bankId = request.body().find(BANK);
        Optional<Bank> bank = bankId.flatMap(accounts::bank);
        if (asset.isEmpty()) {
            return Answer.refusal(Refusal.ASSET_NOT_FOUND);
        }
        if (bankId.isPresent() && bank.isEmpty()) {
            return Answer.refusal(Refusal.BANK_NOT_FOUND);
        }
        return unavailable(asset.get()).orElseGet(() -> generate(request, asset.get(), bank));
    }

    private Optional<Answer> unavailable(Asset asset) {
        return switch (db.transact(tx -> assets.availability(tx, asset))) {
            case ACTIVE -> Optional.empty();
            case PAUSED -> Optional.of(Answer.refusal(Refusal.ASSET_INACTIVE, asset.code()));
            case NETWORK_NOT_CONFIGURED ->
                Optional.of(Answer.refusal(
                        Refusal.NETWORK_NOT_CONFIGURED,
                        asset.code(),
                        asset.network().displayName()));
        };
    }

    private Answer generate(Request request, Asset asset, Optional<Bank> bank) {
        if (bank.isEmpty()) {
            return answer(request, asset, Optional.empty());
        }
        return switch (accounts.name(request.tenant().environment(), bank.get(), request.body())) {
            case AccountCheck.Outcome.Named(BankAccount account) -> answer(request, asset, Optional.of(account));
            case AccountCheck.Outcome.Refused(Answer refusal) -> refusal;
        };
    }

    private Answer answer(Request request, Asset asset, Optional<BankAccount> account) {
        Label label = new Label(request.body().get(LABEL));
        return request.commit(tx -> answer(tx, request, asset, label, account));
    }

    private Answer answer(Transaction tx, Request request, Asset asset, Label label, Optional<BankAccount> account) {
        return switch (generate(tx, request, asset, label, account)) {
            case Generation.Generated(Wallet wallet) ->
                Answer.success(
                        Message.ADDRESS_GENERATED,
                        new GeneratedAddressJson(
                                wallet.id().toString(),
                                wallet.address().value(),
                                wallet.vaultId().toString()));
            case Generation.LabelTaken() -> Answer.refusal(Refusal.LABEL_TAKEN, asset.code(), label);
        };
    }

    private Generation generate(
            Transaction tx, Request request, Asset asset, Label label, Optional<BankAccount> account) {
        Generation generation = wallets.generate(tx, request.tenant(), asset, label);
        if (generation instanceof Generation.Generated(Wallet wallet)) {
            settle(tx, wallet.id(), account, request.body().find(AUTO_SETTLEMENT));
        }
        return generation;
    }

    private void settle(Transaction tx, WalletId wallet, Optional<BankAccount> account, Optional<Boolean> flag) {
        if (account.isPresent()) {
            destinations.link(tx, wallet, account.get(), flag);
        } else {
            flag.ifPresent(on -> destinations.rememberAutoSettlement(tx, wallet, on));
        }
    }
}
