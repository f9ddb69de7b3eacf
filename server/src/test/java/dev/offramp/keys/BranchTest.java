package dev.offramp.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.assets.AddressFamily;
import dev.offramp.chains.Address;
import dev.offramp.chains.AddressForm;
import dev.offramp.tenancy.Environment;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/// Derived addresses, held against those of other implementations (decision 39).
class BranchTest {

    private static final String ABANDON = "abandon ".repeat(11) + "about";

    /// Made by other implementations; see `acceptance/npm-vectors`.
    private record Vectors(List<Integer> indices, List<SeedVectors> seeds) {}

    private record SeedVectors(String mnemonic, Map<Environment, Map<AddressFamily, List<String>>> addresses) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BITCOIN      | 0 | bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu
            LITECOIN     | 0 | ltc1qjmxnz78nmc8nq77wuxh25n2es7rzm5c2rkk4wh
            DOGECOIN     | 0 | DBus3bamQjgJULBJtYXpEzDWQRwF5iwxgC
            BITCOIN_CASH | 0 | bitcoincash:qqyx49mu0kkn9ftfj6hje6g2wfer34yfnq5tahq3q6
            EVM          | 0 | 0x9858EfFD232B4033E47d90003D41EC34EcaEda94
            TRON         | 0 | TUEZSdKsoDHQMeZwihtdoBiN46zxhGWYdH
            SOLANA       | 0 | HAgk14JpMQLgt6rVgv7cBQFJWFto5Dqxi472uT3DKpqk
            SOLANA       | 1 | Hh8QwFUA6MtVu1qAoq12ucvFHNwCcVTV7hpWjeY1Hztb
            TON          | 0 | UQAzWZa6nM5mJev91wGc7VCSfBoIsYRqKJpV78N8Add9-RKY
            """)
    void derivesThePublishedAddresses(AddressFamily family, int index, String address) {
        assertThat(address(seed(ABANDON), Environment.PRODUCTION, family, index))
                .isEqualTo(address);
    }

    @ParameterizedTest
    @EnumSource
    void derivesWhatOtherImplementationsDerive(AddressFamily family) throws Exception {
        Vectors vectors = vectors();

        assertThat(vectors.seeds()).hasSizeGreaterThan(3);
        for (SeedVectors theirs : vectors.seeds()) {
            Seed seed = seed(theirs.mnemonic());
            for (Environment environment : Environment.values()) {
                List<String> ours = new ArrayList<>();
                for (int index : vectors.indices()) {
                    ours.add(address(seed, environment, family, index));
                }
                assertThat(ours).isEqualTo(theirs.addresses().get(environment).get(family));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void derivesCanonicalAddresses(AddressFamily family) {
        for (Environment environment : Environment.values()) {
            String address = address(seed(ABANDON), environment, family, 7);

            assertThat(AddressForm.canonical(family, environment, address)).contains(new Address(address));
        }
    }

    private static Seed seed(String mnemonic) {
        return Seed.ofWords(List.of(mnemonic.split(" "))).orElseThrow();
    }

    private static String address(Seed seed, Environment environment, AddressFamily family, int index) {
        byte[] key = Branch.of(seed, family, environment).publicKey(index);
        return AddressForm.of(family, environment).ofPublicKey(key).value();
    }

    private static Vectors vectors() throws Exception {
        try (InputStream in = BranchTest.class.getResourceAsStream("addresses.json")) {
            return JsonMapper.shared().readValue(Objects.requireNonNull(in), Vectors.class);
        }
    }
}
