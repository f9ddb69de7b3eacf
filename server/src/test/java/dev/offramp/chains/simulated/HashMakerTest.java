package dev.offramp.chains.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.assets.Network;
import dev.offramp.chains.BlockHash;
import dev.offramp.chains.TxHash;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HashMakerTest {

    private final HashMaker hashes = new HashMaker(1);

    @Test
    void looksLikeEachNetwork() {
        for (Network network : Network.values()) {
            String form = switch (network.family()) {
                case EVM -> "0x[0-9a-f]{64}";
                case SOLANA -> "[1-9A-HJ-NP-Za-km-z]{85,88}";
                case BITCOIN, LITECOIN, DOGECOIN, BITCOIN_CASH, TRON, TON -> "[0-9a-f]{64}";
            };
            assertThat(hashes.tx(network, 1).value()).matches(form);
        }
    }

    @Test
    void neverRepeatsItself() {
        Set<BlockHash> blocks = new HashSet<>();
        Set<TxHash> txs = new HashSet<>();
        for (Network network : Network.values()) {
            for (int i = 0; i < 20; i++) {
                txs.add(hashes.tx(network, i));
                for (int branch = 0; branch < 20; branch++) {
                    blocks.add(hashes.blockHash(network, i, branch));
                }
            }
        }

        assertThat(txs).hasSize(Network.values().length * 20);
        assertThat(blocks).hasSize(Network.values().length * 400);
    }

    /// Stored deposits name blocks by hash: another formula would make every one of them an orphan.
    @Test
    void keepsItsFormula() {
        assertThat(hashes.blockHash(Network.ETHEREUM, 12, 3).value())
                .isEqualTo("0x6c4f561fc4c07fcf757a6744e082320c75201d47ee22875f066ce8505938d510");
        assertThat(hashes.tx(Network.SOLANA, 5).value())
                .isEqualTo("49KeLeDyypcWt5mrKeuzqatmRDbs94enkiqgnUVYQ38hqPfhn4xfNhEUmFMMztGHvJP64T16joj1EvT5ZpuGG2ia");
    }

    @Test
    void dependsOnTheSeed() {
        assertThat(new HashMaker(2).blockHash(Network.TON, 12, 3)).isNotEqualTo(hashes.blockHash(Network.TON, 12, 3));
        assertThat(new HashMaker(2).tx(Network.TON, 5)).isNotEqualTo(hashes.tx(Network.TON, 5));
    }
}
