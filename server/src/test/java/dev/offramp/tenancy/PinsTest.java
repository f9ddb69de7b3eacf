package dev.offramp.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.tenancy.PinCheck.AccountFrozen;
import dev.offramp.tenancy.PinCheck.PinOk;
import dev.offramp.tenancy.PinCheck.PinUnset;
import dev.offramp.tenancy.PinCheck.PinWrong;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Five wrong tries in a row, and no more (decision 23).
class PinsTest {

    private static final Pin RIGHT = new Pin("4711");
    private static final Pin WRONG = new Pin("471100");

    private static final TenancyFixture FIXTURE = new TenancyFixture();

    private final Tenancy tenancy = FIXTURE.tenancy;
    private final Tenant tenant = FIXTURE.tenant();

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    @Test
    void isUnsetUntilSet() {
        assertThat(tenancy.verifyPin(tenant, RIGHT)).isEqualTo(new PinUnset());
        tenancy.setPin(tenant, RIGHT);
        assertThat(tenancy.verifyPin(tenant, RIGHT)).isEqualTo(new PinOk());
    }

    @Test
    void belongsToOneEnvironment() {
        tenancy.setPin(tenant, RIGHT);

        assertThat(tenancy.verifyPin(new Tenant(tenant.integration(), Environment.PRODUCTION), RIGHT))
                .isEqualTo(new PinUnset());
    }

    @Test
    void freezesAfterFiveWrongTriesInARow() {
        tenancy.setPin(tenant, RIGHT);

        List<PinCheck> answers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            answers.add(tenancy.verifyPin(tenant, WRONG));
        }

        assertThat(answers).hasSize(5).containsOnly(new PinWrong());
        assertThat(tenancy.verifyPin(tenant, WRONG)).isEqualTo(new AccountFrozen());
        assertThat(tenancy.verifyPin(tenant, RIGHT)).isEqualTo(new AccountFrozen());
    }

    @Test
    void startsCountingAgainAfterARightTry() {
        tenancy.setPin(tenant, RIGHT);

        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) {
                assertThat(tenancy.verifyPin(tenant, WRONG)).isEqualTo(new PinWrong());
            }
            assertThat(tenancy.verifyPin(tenant, RIGHT)).isEqualTo(new PinOk());
        }
    }

    @Test
    void isThawedOnlyByUnfreezing() {
        freeze();
        tenancy.setPin(tenant, WRONG);
        assertThat(tenancy.verifyPin(tenant, WRONG)).isEqualTo(new AccountFrozen());

        assertThat(tenancy.unfreeze(tenant)).isTrue();

        assertThat(tenancy.unfreeze(tenant)).isFalse();
        assertThat(tenancy.verifyPin(tenant, WRONG)).isEqualTo(new PinOk());
    }

    @Test
    void tellsItsOwnerHowItStands() {
        assertThat(standing()).isEqualTo(PinStanding.UNSET);
        tenancy.setPin(tenant, RIGHT);
        assertThat(standing()).isEqualTo(PinStanding.SET);
        freeze();
        assertThat(standing()).isEqualTo(PinStanding.FROZEN);
    }

    private PinStanding standing() {
        return FIXTURE.database().transact(tx -> tenancy.pinStanding(tx, tenant));
    }

    @Test
    void forgetsWrongTriesWhenANewPinIsSet() {
        tenancy.setPin(tenant, RIGHT);
        for (int i = 0; i < 4; i++) {
            tenancy.verifyPin(tenant, WRONG);
        }

        tenancy.setPin(tenant, RIGHT);

        assertThat(tenancy.verifyPin(tenant, WRONG)).isEqualTo(new PinWrong());
        assertThat(tenancy.verifyPin(tenant, RIGHT)).isEqualTo(new PinOk());
    }

    @Test
    void sharesFiveTriesAmongParallelGuessesOfTwoProcesses() throws InterruptedException {
        tenancy.setPin(tenant, RIGHT);
        Tenancy other = FIXTURE.otherProcess(2);
        Queue<PinCheck> answers = new ConcurrentLinkedQueue<>();
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> guessers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Tenancy process = i % 2 == 0 ? tenancy : other;
            Pin guess = new Pin(String.valueOf(5000 + i));
            guessers.add(Thread.ofVirtual().start(() -> {
                await(start);
                answers.add(process.verifyPin(tenant, guess));
            }));
        }
        start.countDown();
        for (Thread guesser : guessers) {
            guesser.join();
        }

        assertThat(answers).hasSize(40);
        assertThat(answers).filteredOn(new PinWrong()::equals).hasSize(5);
        assertThat(answers).filteredOn(new AccountFrozen()::equals).hasSize(35);
    }

    @Test
    void hashesEqualPinsOfTwoTenantsDifferently() {
        tenancy.setPin(tenant, RIGHT);
        tenancy.setPin(new Tenant(tenant.integration(), Environment.PRODUCTION), RIGHT);

        List<String> hashes = FIXTURE.database()
                .transact(tx -> tx.sql()
                        .createQuery("SELECT encode(pin_hash, 'hex') FROM tenant_pin WHERE integration = :id")
                        .bind("id", tenant.integration().toString())
                        .mapTo(String.class)
                        .list());

        assertThat(hashes).hasSize(2).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "1234567", "12a4", " 1234", "１２３４", "1234\n"})
    void isFourToSixDigits(String text) {
        assertThat(Pin.parse(text)).isEmpty();
    }

    @Test
    void hidesItsDigits() {
        assertThat(RIGHT.toString()).doesNotContain("4711");
    }

    private void freeze() {
        tenancy.setPin(tenant, RIGHT);
        for (int i = 0; i < 5; i++) {
            tenancy.verifyPin(tenant, WRONG);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
