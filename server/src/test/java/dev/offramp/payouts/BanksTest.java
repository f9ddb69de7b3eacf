package dev.offramp.payouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.money.Fiat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The list of banks (decision 16).
class BanksTest {

    private final Banks banks = Banks.create();

    @Test
    void keepsTheIdsOfThePublicContract() {
        assertThat(banks.find("25"))
                .get()
                .extracting(Bank::name, Bank::currency)
                .containsExactly("OPay", Fiat.NGN);
        assertThat(banks.find("39"))
                .get()
                .extracting(Bank::name, Bank::currency)
                .containsExactly("United Bank For Africa", Fiat.NGN);
        assertThat(banks.find("1")).get().extracting(Bank::name, Bank::currency).containsExactly("MTN", Fiat.GHS);
    }

    @Test
    void namesTheMobileMoneyProvidersOfGhana() {
        assertThat(banks.in(Fiat.GHS).stream().filter(bank -> bank.type() == Bank.Type.MOBILE_MONEY))
                .extracting(Bank::name)
                .containsExactly("MTN", "Telecel", "AirtelTigo");
    }

    @Test
    void listsNoBankTwiceWithinACurrency() {
        for (Fiat currency : List.of(Fiat.NGN, Fiat.GHS)) {
            assertThat(banks.in(currency))
                    .hasSizeGreaterThan(20)
                    .extracting(Bank::slug)
                    .doesNotHaveDuplicates()
                    .allMatch(slug -> slug.matches("[a-z0-9]+(-[a-z0-9]+)*"));
        }
        assertThat(banks.in(Fiat.USD)).isEmpty();
    }

    @Test
    void makesSlugsOfPlainLetters() {
        assertThat(banks.find("87").orElseThrow().slug()).isEqualTo("societe-generale-ghana");
        assertThat(banks.find("39").orElseThrow().slug()).isEqualTo("united-bank-for-africa");
    }

    @Test
    void findsNothingUnderForeignIds() {
        assertThat(Stream.of("0", "", "9999", "039", "UBA", "058").flatMap(id -> banks.find(id).stream()))
                .isEmpty();
    }

    @Test
    void refusesACatalogueWithOneIdTwiceOrTheIdZero() {
        assertThatThrownBy(() -> Banks.read("7 | NGN | nuban | One\n7 | GHS | ghipss | Two"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Banks.read("0 | NGN | nuban | One")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Banks.read("7 | NGN | One")).isInstanceOf(IllegalArgumentException.class);
    }
}
