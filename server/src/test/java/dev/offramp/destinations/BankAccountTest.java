package dev.offramp.destinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.offramp.money.Fiat;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BankAccountTest {

    @Test
    void printsNeitherNumberNorName() {
        BankAccount account = account("8031234567", Optional.of("Rent"));

        assertThat(new Target.BusinessWide(new Destination.Bank(account)).toString())
                .doesNotContain("8031234567", "Ada", "Rent");
        assertThat(new LinkedBank(account, true, Instant.EPOCH).toString()).doesNotContain("8031234567", "Ada", "Rent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "123456789012345678901", "12345a", "١٢٣٤٥٦"})
    void refusesANumberThatIsNoneWithoutRepeatingIt(String number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> account(number, Optional.empty()))
                .withMessage("an account number has 6 to 20 digits");
    }

    @Test
    void refusesAnEmptyOrLongNarration() {
        assertThat(account("8031234567", Optional.of("é".repeat(32))).narration())
                .isPresent();
        assertThatIllegalArgumentException().isThrownBy(() -> account("8031234567", Optional.of("")));
        assertThatIllegalArgumentException().isThrownBy(() -> account("8031234567", Optional.of("e".repeat(33))));
    }

    private static BankAccount account(String number, Optional<String> narration) {
        return new BankAccount("25", "OPay", number, "Ada Obi", Fiat.NGN, narration);
    }
}
