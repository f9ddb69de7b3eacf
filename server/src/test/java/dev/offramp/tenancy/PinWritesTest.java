package dev.offramp.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What a try of the PIN costs the database (decision 23).
class PinWritesTest {

    private static final Pin RIGHT = new Pin("4711");
    private static final TenancyFixture FIXTURE = new TenancyFixture();

    private final Tenancy tenancy = FIXTURE.tenancy;
    private final Tenant tenant = FIXTURE.tenant();

    @AfterAll
    static void close() {
        FIXTURE.close();
    }

    @Test
    void areSparedByARightTryUnlessThereWereWrongOnes() {
        tenancy.setPin(tenant, RIGHT);
        String written = version();

        tenancy.verifyPin(tenant, RIGHT);
        assertThat(version()).isEqualTo(written);

        tenancy.verifyPin(tenant, new Pin("0000"));
        String wrong = version();
        assertThat(wrong).isNotEqualTo(written);
        tenancy.verifyPin(tenant, RIGHT);
        assertThat(version()).isNotEqualTo(wrong);
    }

    /// Which transaction wrote the row as it is.
    private String version() {
        return FIXTURE.database()
                .transact(tx -> tx.sql()
                        .createQuery("SELECT xmin::text FROM tenant_pin WHERE integration = :id")
                        .bind("id", tenant.integration().toString())
                        .mapTo(String.class)
                        .one());
    }
}
