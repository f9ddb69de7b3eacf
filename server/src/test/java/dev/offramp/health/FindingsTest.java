package dev.offramp.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.assets.Network;
import dev.offramp.chains.BlockHash;
import dev.offramp.chains.BlockRef;
import dev.offramp.chains.ChainId;
import dev.offramp.deposits.ChainState;
import dev.offramp.deposits.HandPause;
import dev.offramp.jobs.LastTrouble;
import dev.offramp.money.Fiat;
import dev.offramp.payouts.RailState;
import dev.offramp.rates.Pair;
import dev.offramp.rates.QuotedPair;
import dev.offramp.requests.AnsweredCount;
import dev.offramp.tenancy.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// From what rooms wrote down to what everybody reads.
class FindingsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final ChainId ETHEREUM = new ChainId(Environment.PRODUCTION, Network.ETHEREUM);

    /// Seconds since the last look that was answered, since the last that was not, since the last block, and the lag; a
    /// blank where there was none.
    @ParameterizedTest
    @CsvSource({
        "5,    ,     12,    0, OPERATIONAL",
        "5,    3600, 12,    0, OPERATIONAL",
        "20,   5,    12,    0, DEGRADED",
        "31,   5,    12,    0, DOWN",
        ",     5,    12,    0, DOWN",
        ",     ,     12,    0, DEGRADED",
        "121,  ,     12,    0, DOWN",
        "5,    ,     12,   51, DEGRADED",
        "5,    ,     901,   0, DEGRADED"
    })
    void tellHowAChainIsFollowed(Long looked, Long troubled, long block, long lag, State expected) {
        ChainState state = new ChainState(
                ETHEREUM,
                Optional.of(new ChainState.Read(new BlockRef(100, new BlockHash("0x1")), 1, NOW.minusSeconds(block))),
                Optional.ofNullable(looked).map(ago -> new ChainState.Look(100 + lag, NOW.minusSeconds(ago))),
                Optional.ofNullable(troubled)
                        .map(ago -> new LastTrouble("http://node.internal:8545 is away", NOW.minusSeconds(ago))),
                new ChainState.Reorganisations(0, 0, Optional.empty()),
                Optional.empty(),
                Optional.empty());

        Finding finding = ChainFinding.of(ETHEREUM, Optional.of(state), NOW);

        assertThat(finding.state()).isEqualTo(expected);
        assertThat(finding.words()).doesNotContain("node.internal");
        assertThat(finding.component().code()).isEqualTo("deposits.ethereum");
    }

    @Test
    void tellThatAPausedChainIsNotRead() {
        ChainState state = new ChainState(
                ETHEREUM,
                Optional.empty(),
                Optional.of(new ChainState.Look(1, NOW)),
                Optional.empty(),
                new ChainState.Reorganisations(0, 0, Optional.empty()),
                Optional.empty(),
                Optional.of(new HandPause("why", "ann@example.com", NOW)));

        Finding finding = ChainFinding.of(ETHEREUM, Optional.of(state), NOW);

        assertThat(finding.state()).isEqualTo(State.DOWN);
        assertThat(finding.words()).doesNotContain("why", "ann");
    }

    @ParameterizedTest
    @CsvSource({
        "5,   ,   OPERATIONAL",
        "20,  5,  DEGRADED",
        "31,  5,  DOWN",
        ",    5,  DOWN",
        ",    ,   DEGRADED",
        "121, ,   DEGRADED"
    })
    void tellHowARailAnswers(Long answered, Long troubled, State expected) {
        RailState rail = new RailState(
                Environment.DEVELOPMENT,
                Fiat.NGN,
                true,
                new RailState.Open(0, 0, 0, 0, Optional.empty()),
                new RailState.Ended(0, 0, 0),
                Optional.ofNullable(answered).map(NOW::minusSeconds),
                Optional.ofNullable(troubled).map(ago -> new LastTrouble("away", NOW.minusSeconds(ago))));

        assertThat(RailFinding.of(rail, NOW).state()).isEqualTo(expected);
        assertThat(RailFinding.of(rail, NOW).component().code()).isEqualTo("sandbox.payouts.ngn");
    }

    @ParameterizedTest
    @CsvSource({
        "0,    0,  OPERATIONAL",
        "2,    2,  OPERATIONAL",
        "1000, 49, OPERATIONAL",
        "1000, 50, DEGRADED",
        "6,    3,  DOWN"
    })
    void tellHowManyRequestsFailed(long all, long failed, State expected) {
        assertThat(Findings.api(new AnsweredCount(all, failed)).state()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({", OPERATIONAL", "60, OPERATIONAL", "61, DEGRADED", "600, DEGRADED", "601, DOWN"})
    void tellHowLongADeliveryHasWaited(Long seconds, State expected) {
        assertThat(Findings.webhooks(Optional.ofNullable(seconds).map(Duration::ofSeconds))
                        .state())
                .isEqualTo(expected);
    }

    @Test
    void tellThatARateIsMissing() {
        QuotedPair missing = new QuotedPair(new Pair("USD", Fiat.NGN), new QuotedPair.Standing.Missing());

        assertThat(Findings.rates(List.of(missing)).state()).isEqualTo(State.DOWN);
        assertThat(Findings.rates(List.of()).state()).isEqualTo(State.OPERATIONAL);
    }
}
