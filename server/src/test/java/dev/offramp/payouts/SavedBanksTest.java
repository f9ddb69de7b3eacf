package dev.offramp.payouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.db.ManualClock;
import dev.offramp.db.ObjectIds;
import dev.offramp.db.TestDatabase;
import dev.offramp.destinations.BankAccount;
import dev.offramp.lists.ListQuery;
import dev.offramp.lists.Part;
import dev.offramp.money.Fiat;
import dev.offramp.payouts.SavedBanks.Addition;
import dev.offramp.secrets.TestServerKey;
import dev.offramp.tenancy.Environment;
import dev.offramp.tenancy.IntegrationId;
import dev.offramp.tenancy.Tenant;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SavedBanksTest {

    private static final String NUMBER = "0123456789";

    private final ManualClock clock = new ManualClock();
    private final ObjectIds ids = new ObjectIds(clock, new Random(5));
    private final Tenant tenant = new Tenant(new IntegrationId(ids.next()), Environment.DEVELOPMENT);
    private final Tenant stranger = new Tenant(new IntegrationId(ids.next()), Environment.DEVELOPMENT);
    private final Banks banks = Banks.create();
    private TestDatabase test;
    private SavedBanks saved;

    @BeforeEach
    void open() {
        test = TestDatabase.create();
        saved = SavedBanks.create(test.database(), clock, ids, TestServerKey.create());
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void keepsAnAccountAsItWasNamed() {
        SavedBank bank = added(tenant, "39", NUMBER);

        assertThat(saved.find(tenant, bank.id())).contains(bank);
        assertThat(bank.account().accountName()).isEqualTo("ADA OBI");
        assertThat(bank.toString()).doesNotContain(NUMBER, "ADA");
    }

    @Test
    void refusesTheSameAccountTwiceForOneTenantOnly() {
        added(tenant, "39", NUMBER);

        assertThat(add(tenant, "39", NUMBER)).isEqualTo(new Addition.AlreadyExists());
        assertThat(add(tenant, "25", NUMBER)).isInstanceOf(Addition.Added.class);
        assertThat(add(stranger, "39", NUMBER)).isInstanceOf(Addition.Added.class);
    }

    @Test
    void pagesNewestFirst() {
        SavedBank first = added(tenant, "39", NUMBER);
        clock.advance(Duration.ofSeconds(1));
        SavedBank second = added(tenant, "1", "0241234567");
        added(stranger, "39", NUMBER);

        assertThat(page(tenant, 1, 1)).isEqualTo(new Part<>(List.of(second), 2));
        assertThat(page(tenant, 2, 1)).isEqualTo(new Part<>(List.of(first), 2));
    }

    @Test
    void forgetsOnlyTheTenantsOwn() {
        SavedBank bank = added(tenant, "39", NUMBER);

        assertThat(delete(stranger, bank)).isFalse();
        assertThat(delete(tenant, bank)).isTrue();
        assertThat(delete(tenant, bank)).isFalse();
        assertThat(saved.find(tenant, bank.id())).isEmpty();
        assertThat(add(tenant, "39", NUMBER)).isInstanceOf(Addition.Added.class);
    }

    @Test
    void keepsTheAccountOutOfWhatAFailureSays() {
        BankAccount unfit = new BankAccount("39", "A Bank", NUMBER, "ADA OBI", Fiat.USD, Optional.empty());

        assertThatThrownBy(() -> test.database().transact(tx -> saved.add(tx, tenant, unfit)))
                .satisfies(failure -> assertThat(stackTrace(failure))
                        .contains("saved_bank_currency")
                        .doesNotContain(NUMBER, "ADA OBI"));
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private boolean delete(Tenant owner, SavedBank bank) {
        return test.database().transact(tx -> saved.delete(tx, owner, bank.id()));
    }

    private SavedBank added(Tenant owner, String bank, String number) {
        return ((Addition.Added) add(owner, bank, number)).saved();
    }

    private Addition add(Tenant owner, String bank, String number) {
        return test.database()
                .transact(tx -> saved.add(
                        tx, owner, banks.find(bank).orElseThrow().account(number, "ADA OBI", Optional.of("rent"))));
    }

    private Part<SavedBank> page(Tenant tenant, int number, int size) {
        return test.database().view(tx -> saved.list().page(tx, tenant, ListQuery.page(number, size)));
    }
}
