package dev.offramp.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.db.ObjectId;
import dev.offramp.money.Fiat;
import dev.offramp.money.Percent;
import dev.offramp.tenancy.SettingChange.Changed;
import dev.offramp.tenancy.SettingChange.MarkupOutOfRange;
import dev.offramp.tenancy.SettingChange.UnfitFeeTiers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenancyTest {

    private static final TenancyFixture FIXTURE = new TenancyFixture();

    private final Tenancy tenancy = FIXTURE.tenancy;

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    @Test
    void findsAnIntegrationByIdAndByNameInAnyCase() {
        Integration acme = FIXTURE.created("Acme Pay").integration();

        assertThat(tenancy.find("acme pay")).contains(acme);
        assertThat(tenancy.find(acme.id().toString())).contains(acme);
        assertThat(tenancy.find("Acme")).isEmpty();
        assertThat(acme.merchantReference()).matches("B-[0-9A-Z]{6}");
    }

    @Test
    void refusesANameThatIsTaken() {
        FIXTURE.created("Taken");

        assertThat(tenancy.createIntegration("TAKEN")).isEqualTo(new NewIntegration.NameTaken());
        assertThat(tenancy.createIntegration("sandbox")).isEqualTo(new NewIntegration.NameTaken());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " Acme", "Acme\u0000", "0123456789abcdef01234567"})
    void refusesWhatIsNoName(String name) {
        assertThat(tenancy.createIntegration(name)).isEqualTo(new NewIntegration.NotAName());
    }

    @Test
    void refusesANameOverAHundredCharacters() {
        assertThat(tenancy.createIntegration("x".repeat(101))).isEqualTo(new NewIntegration.NotAName());
        assertThat(tenancy.createIntegration("😀".repeat(100))).isInstanceOf(NewIntegration.Created.class);
    }

    @Test
    void switchesAnIntegrationOffAndOn() {
        IntegrationId id = FIXTURE.tenant().integration();

        assertThat(tenancy.setActive(id, false)).isTrue();
        assertThat(tenancy.find(id.toString()).orElseThrow().isActive()).isFalse();
        tenancy.setActive(id, true);
        assertThat(tenancy.find(id.toString()).orElseThrow().isActive()).isTrue();
        assertThat(tenancy.setActive(new IntegrationId(new ObjectId("f".repeat(24))), false))
                .isFalse();
    }

    @Test
    void opensProductionToWhatACommandMadeAndClosesItAndOpensItAgain() {
        IntegrationId id = FIXTURE.tenant().integration();
        assertThat(tenancy.find(id.toString()).orElseThrow().productionApproved())
                .isTrue();

        assertThat(tenancy.suspendProduction(id)).isTrue();
        assertThat(tenancy.find(id.toString()).orElseThrow().productionApproved())
                .isFalse();
        tenancy.approveProduction(id);
        assertThat(tenancy.find(id.toString()).orElseThrow().productionApproved())
                .isTrue();
        assertThat(tenancy.approveProduction(new IntegrationId(new ObjectId("f".repeat(24)))))
                .isFalse();
    }

    @Test
    void hasSandboxToolsOnlyOnceTheyAreSwitchedOn() {
        NewIntegration.Created made = FIXTURE.created("With tools");
        IntegrationId id = made.integration().id();
        assertThat(made.integration().sandboxTools()).isFalse();
        assertThat(isKnownToHaveSandboxTools(made.credential())).isFalse();

        assertThat(setSandboxTools(id, true)).isTrue();
        assertThat(isKnownToHaveSandboxTools(made.credential())).isTrue();
        assertThat(setSandboxTools(id, true)).isFalse();
        assertThat(setSandboxTools(id, false)).isTrue();
        assertThat(isKnownToHaveSandboxTools(made.credential())).isFalse();
        assertThat(FIXTURE.created("Without").integration().sandboxTools()).isFalse();
    }

    private boolean setSandboxTools(IntegrationId id, boolean on) {
        return FIXTURE.database().transact(tx -> tenancy.setSandboxTools(tx, id, on));
    }

    /// Who was just remembered is asked again.
    private boolean isKnownToHaveSandboxTools(IssuedCredential credential) {
        Authentication known = tenancy.authenticate(credential.appId(), credential.appSecret());
        return ((Authentication.Authenticated) known).integration().sandboxTools();
    }

    @Test
    void foundsAnIntegrationWithoutCredentialThatWaitsForProduction() {
        Founding.Founded founded = (Founding.Founded) found("Founded");

        assertThat(founded.integration().productionApproved()).isFalse();
        assertThat(founded.integration().isActive()).isTrue();
        assertThat(tenancy.find("founded")).contains(founded.integration());
        assertThat(tenancy.credentials(founded.integration().id())).isEmpty();
        for (Environment environment : Environment.values()) {
            Tenant tenant = new Tenant(founded.integration().id(), environment);
            assertThat(FIXTURE.settings(tenant).feeTiers()).isEqualTo(FeeTiers.STANDARD);
        }
        assertThat(found("FOUNDED")).isEqualTo(new NewIntegration.NameTaken());
        assertThat(found("sandbox")).isEqualTo(new NewIntegration.NameTaken());
        assertThat(found(" ")).isEqualTo(new NewIntegration.NotAName());
    }

    private Founding found(String name) {
        return FIXTURE.database().transact(tx -> tenancy.found(tx, name));
    }

    @Test
    void startsWithStandardSettingsInBothEnvironments() {
        NewIntegration.Created acme = FIXTURE.created("Standard");

        for (Environment environment : Environment.values()) {
            Tenant tenant = new Tenant(acme.integration().id(), environment);
            assertThat(FIXTURE.settings(tenant))
                    .isEqualTo(new TenantSettings(
                            tenant, acme.integration().merchantReference(), Fiat.NGN, Percent.ZERO, FeeTiers.STANDARD));
        }
    }

    @Test
    void answersForManyTenantsAtOnce() {
        Tenant first = FIXTURE.tenant();
        Tenant second = new Tenant(FIXTURE.tenant().integration(), Environment.PRODUCTION);

        Map<Tenant, TenantSettings> settings =
                FIXTURE.database().transact(tx -> tenancy.settings(tx, List.of(first, second, first)));

        assertThat(settings).containsOnlyKeys(first, second);
        assertThat(settings.get(second).tenant()).isEqualTo(second);
    }

    @Test
    void hasNoSettingsForNobody() {
        Tenant nobody = new Tenant(new IntegrationId(new ObjectId("f".repeat(24))), Environment.DEVELOPMENT);

        assertThatThrownBy(() -> FIXTURE.settings(nobody)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void changesSettingsOfOneEnvironmentOnly() {
        Tenant tenant = FIXTURE.tenant();
        FeeTiers tiers = new FeeTiers(
                List.of(new FeeTiers.Tier(0, Percent.of("1.25")), new FeeTiers.Tier(300, Percent.of("0"))));

        FIXTURE.database().run(tx -> {
            tenancy.setReceiveCurrency(tx, tenant, Fiat.GHS);
            tenancy.setFeeTiers(tx, tenant, tiers.tiers());
            tenancy.setMarkup(tx, tenant, new BigDecimal("1.5"));
        });

        TenantSettings settings = FIXTURE.settings(tenant);
        assertThat(settings.receiveCurrency()).isEqualTo(Fiat.GHS);
        assertThat(settings.feeTiers()).isEqualTo(tiers);
        assertThat(settings.markup()).isEqualTo(Percent.of("1.5"));
        TenantSettings untouched = FIXTURE.settings(new Tenant(tenant.integration(), Environment.PRODUCTION));
        assertThat(untouched.receiveCurrency()).isEqualTo(Fiat.NGN);
        assertThat(untouched.feeTiers()).isEqualTo(FeeTiers.STANDARD);
        assertThat(untouched.markup()).isEqualTo(Percent.ZERO);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0        | 0
            0.00     | 0
            1        | 1
            2.50     | 2.5
            2.5000   | 2.5
            0.01     | 0.01
            10       | 10
            1E+1     | 10
            """)
    void takesAMarkupUpToTenPercentWithTwoDecimals(BigDecimal asked, String markup) {
        Tenant tenant = FIXTURE.tenant();

        SettingChange change = FIXTURE.database().transact(tx -> tenancy.setMarkup(tx, tenant, asked));

        assertThat(change).isEqualTo(new Changed(FIXTURE.settings(tenant)));
        assertThat(FIXTURE.settings(tenant).markup()).isEqualTo(Percent.of(markup));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "10.01", "11", "1.005", "1E+400"})
    void refusesAnyOtherMarkup(BigDecimal asked) {
        Tenant tenant = FIXTURE.tenant();

        assertThat(FIXTURE.database().<SettingChange>transact(tx -> tenancy.setMarkup(tx, tenant, asked)))
                .isEqualTo(new MarkupOutOfRange(asked));
    }

    @Test
    void refusesUnfitFeeTiersAndKeepsTheOldOnes() {
        Tenant tenant = FIXTURE.tenant();

        SettingChange change = FIXTURE.database()
                .transact(tx -> tenancy.setFeeTiers(tx, tenant, List.of(new FeeTiers.Tier(5, Percent.ZERO))));

        assertThat(change).isInstanceOf(UnfitFeeTiers.class);
        assertThat(FIXTURE.settings(tenant).feeTiers()).isEqualTo(FeeTiers.STANDARD);
    }

    @Test
    void keepsNoSecretInTheDatabase() {
        NewIntegration.Created acme = FIXTURE.created("Secretive");

        String row = FIXTURE.database()
                .transact(tx -> tx.sql()
                        .createQuery("SELECT credential::text FROM credential WHERE integration = :id")
                        .bind("id", acme.integration().id().toString())
                        .mapTo(String.class)
                        .one());

        assertThat(row).contains(acme.credential().appId());
        assertThat(row).doesNotContain(acme.credential().appSecret());
    }
}
