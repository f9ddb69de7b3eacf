package dev.offramp.chains.evm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.chains.CoinSender.Reception;
import dev.offramp.chains.TxHash;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceptionsTest {

    private static final TxHash TX = new TxHash("0x" + "1".repeat(64));

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            already known,                                                               TAKEN
            ALREADY_EXISTS: already known,                                               TAKEN
            AlreadyKnown,                                                                TAKEN
            Known transaction,                                                           TAKEN
            transaction already imported,                                                TAKEN
            tx already in mempool,                                                       TAKEN
            "nonce too low: next nonce 5, tx nonce 4",                                   NONCE_USED
            nonce too low,                                                               NONCE_USED
            "OldNonce, Current nonce: 5, nonce of rejected tx: 4",                       NONCE_USED
            Nonce too low,                                                               NONCE_USED
            replacement transaction underpriced,                                         UNDERPRICED
            transaction underpriced,                                                     UNDERPRICED
            "transaction underpriced: gas tip cap 1, minimum needed 1000000000",         UNDERPRICED
            ReplacementNotAllowed,                                                       UNDERPRICED
            "FeeTooLowToCompete",                                                        UNDERPRICED
            Transaction gas price below configured minimum gas price,                    UNDERPRICED
            max fee per gas less than block base fee,                                    UNDERPRICED
            "insufficient funds for gas * price + value: balance 0, tx cost 1",          REFUSED
            Insufficient funds for gas * price + value,                                  REFUSED
            InsufficientFunds,                                                           REFUSED
            txpool is full,                                                              REFUSED
            invalid sender,                                                              REFUSED
            exceeds block gas limit,                                                     REFUSED
            intrinsic gas too low,                                                       REFUSED
            nonce too high,                                                              REFUSED
            "",                                                                          REFUSED
            """)
    void makesOutWhatNodesSay(String words, Reception meant) {
        assertThat(Receptions.meant(words)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "TAKEN, REFUSED, TAKEN",
        "NONCE_USED, TAKEN, TAKEN",
        "UNDERPRICED, NONCE_USED, NONCE_USED",
        "REFUSED, UNDERPRICED, UNDERPRICED",
        "REFUSED, REFUSED, REFUSED"
    })
    void believesTheNodeThatTookIt(Reception one, Reception other, Reception together) {
        assertThat(Receptions.together(List.of(Map.of(TX, one), Map.of(TX, other))))
                .containsExactly(Map.entry(TX, together));
    }
}
