package dev.offramp.withdrawals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.assets.TokenNetwork;
import dev.offramp.money.Fiat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What sending costs a tenant as long as the operator says nothing else (decision 21).
class WithdrawalFeesTest {

    @ParameterizedTest
    @CsvSource({
        "ERC20, 3.00, 5.00, 8.00",
        "TRC20, 1.00, 2.00, 3.00",
        "BSC, 0.50, 1.00, 1.50",
        "SOL, 0.50, 1.00, 1.50",
        "TON, 0.50, 1.00, 1.50"
    })
    void dependOnNetworkAndLevel(TokenNetwork network, String low, String medium, String high) {
        try (WithdrawalFixture fixture = new WithdrawalFixture()) {
            fixture.withdrawals = fixture.started(fixture.db, fixture.everywhere());

            List<SentCoin> offer = fixture.db.transact(tx -> fixture.withdrawals.offer(tx, fixture.tenant));

            assertThat(offer)
                    .filteredOn(sent -> sent.coin().network() == network)
                    .isNotEmpty()
                    .allSatisfy(sent -> {
                        assertThat(sent.fee(FeeLevel.LOW)).isEqualTo(Fiat.USD.money(low));
                        assertThat(sent.fee(FeeLevel.MEDIUM)).isEqualTo(Fiat.USD.money(medium));
                        assertThat(sent.fee(FeeLevel.HIGH)).isEqualTo(Fiat.USD.money(high));
                    });
        }
    }
}
