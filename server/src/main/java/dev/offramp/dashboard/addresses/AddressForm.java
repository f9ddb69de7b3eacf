package dev.offramp.dashboard.addresses;

import dev.offramp.assets.Asset;
import dev.offramp.assets.AssetId;
import dev.offramp.assets.Assets;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Fields;
import dev.offramp.dashboard.form.Form;
import dev.offramp.dashboard.form.Look.Choice;
import dev.offramp.dashboard.form.Reading;
import dev.offramp.db.ObjectId;
import dev.offramp.destinations.BankAccount;
import dev.offramp.money.Fiat;
import dev.offramp.payouts.Bank;
import dev.offramp.payouts.Banks;
import dev.offramp.payouts.Payouts;
import dev.offramp.tenancy.Environment;
import dev.offramp.wallets.Label;
import java.util.List;
import java.util.stream.Stream;

/// An address and its bank, as people fill them in.
///
/// @param asset of either environment; the page offers those of its own
record AddressForm(Field<Asset> asset, Field<Bank> bank) {

    static final Field<Label> LABEL = Fields.text("label", "Label", Label.CHARACTERS_MAX)
            .then(text -> Reading.of(Label.parse(text), "Label must be printable characters."))
            .required();

    static final Field<String> NUMBER = Fields.text("accountNumber", "Account number", 20)
            .check(text -> text.matches("[0-9]{6,20}"), "Account number must be 6 to 20 digits.");

    static final Field<String> NARRATION = Fields.text("narration", "Narration", 32);

    static final Field<Boolean> SETTLING = Fields.flag("autoSettlement", "Pay deposits to this address on to the bank");

    /// What was made of the bank's part of a form.
    sealed interface Named {

        record Account(BankAccount account) implements Named {}

        record Nothing() implements Named {}

        /// @param form with what is wrong
        record Refused(Form form) implements Named {}
    }

    static AddressForm of(Assets assets, Banks banks) {
        return new AddressForm(asset(assets), bank(banks));
    }

    private static Field<Asset> asset(Assets assets) {
        return Fields.choice(
                        "asset",
                        "Asset",
                        List.of(),
                        id -> ObjectId.parse(id).flatMap(known -> assets.find(new AssetId(known))))
                .required();
    }

    private static Field<Bank> bank(Banks banks) {
        List<Choice> choices = Stream.of(Fiat.NGN, Fiat.GHS)
                .flatMap(currency -> banks.in(currency).stream())
                .map(bank -> new Choice(bank.id().value(), bank.name() + " (" + bank.currency() + ")"))
                .toList();
        return Fields.choice("bank", "Bank", choices, banks::find);
    }

    List<Field<?>> forNew() {
        return List.of(asset, LABEL, bank, NUMBER, NARRATION, SETTLING);
    }

    List<Field<?>> forBank() {
        return List.of(bank, NUMBER, NARRATION, SETTLING);
    }

    /// Asks in whose name the account is that was filled in: never within a transaction.
    Named name(Payouts payouts, Environment environment, Form form) {
        boolean hasBank = form.find(bank).isPresent();
        boolean hasNumber = form.find(NUMBER).isPresent();
        if (!hasBank && !hasNumber) {
            return new Named.Nothing();
        }
        if (!hasBank) {
            return new Named.Refused(form.refuse(bank, "Choose the bank that the account is at."));
        }
        if (!hasNumber) {
            return new Named.Refused(form.refuse(NUMBER, "Enter the account at this bank."));
        }
        Bank chosen = form.get(bank);
        return switch (payouts.resolve(environment, chosen, form.get(NUMBER), form.find(NARRATION))) {
            case Payouts.Resolution.Resolved(BankAccount account) -> new Named.Account(account);
            case Payouts.Resolution.NotResolved _ ->
                new Named.Refused(form.refuse(NUMBER, "The bank knows no such account."));
            case Payouts.Resolution.NoRail _ ->
                new Named.Refused(form.refuse(bank, "Payouts in " + chosen.currency() + " are not available here."));
        };
    }
}
