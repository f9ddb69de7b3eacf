package dev.offramp.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.app.Platform;
import dev.offramp.assets.Token;
import dev.offramp.assets.TokenNetwork;
import dev.offramp.jobs.Step;
import dev.offramp.ledger.Account;
import dev.offramp.ledger.AccountKind;
import dev.offramp.ledger.Cause;
import dev.offramp.ledger.Entry;
import dev.offramp.ledger.Posting;
import dev.offramp.money.Fiat;
import dev.offramp.money.Money;
import dev.offramp.tenancy.Tenant;
import dev.offramp.withdrawals.Asked;
import dev.offramp.withdrawals.FeeLevel;
import dev.offramp.withdrawals.NewWithdrawal;
import dev.offramp.withdrawals.WithdrawalOrigin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// `books`, `audit` and `figures` as typed.
class BooksCommandTest extends TypedCommands {

    @Test
    void findsEmptyBooksSound() {
        assertThat(run("books").out()).isEqualTo("none\n");
        assertThat(run("audit", "--json").json().get("isSound").asBoolean()).isTrue();
    }

    /// Its own coin is in no catalogue.
    @Test
    void showsInTheBooksWhatSendingHasCostOnBsc() {
        planted(this::sendOnBsc);

        assertThat(run("books").out()).containsPattern("gas_cost +GAS_BSC +-0.000000000000001000");
        assertThat(run("audit").out()).isEqualTo("the books are sound\n");
    }

    private boolean sendOnBsc(Platform platform) {
        Tenant tenant = SandboxDeposits.tenant(platform);
        Money dollars = Fiat.USD.money("50.00");
        platform.db()
                .run(tx -> platform.ledger()
                        .enter(
                                tx,
                                List.of(new Entry.Post(
                                        new Cause("test.credit", platform.ids().next()),
                                        List.of(new Posting(
                                                Account.system(
                                                        AccountKind.LIQUIDITY, tenant.environment(), dollars.asset()),
                                                Account.tenant(tenant, Fiat.USD),
                                                dollars))))));
        platform.db()
                .run(tx -> platform.withdrawals()
                        .place(
                                tx,
                                List.of(new NewWithdrawal(
                                        tenant,
                                        new WithdrawalOrigin.Request(Optional.empty()),
                                        Token.USDT,
                                        TokenNetwork.BSC,
                                        "0x1111111111111111111111111111111111111111",
                                        new Asked.Dollars(Fiat.USD.money("20.00")),
                                        FeeLevel.LOW))));
        for (int second = 0; second < 10; second++) {
            platform.sandbox().mine(1);
            platform.withdrawals().steps().forEach(Step::runOnce);
            clock.advance(Duration.ofSeconds(1));
        }
        return true;
    }

    @Test
    void hasFiguresCountedAnew() {
        assertThat(run("figures", "count-anew").out()).contains("counted anew by the server");
        assertThat(recorded()).startsWith("figures.counted-anew -");
    }
}
