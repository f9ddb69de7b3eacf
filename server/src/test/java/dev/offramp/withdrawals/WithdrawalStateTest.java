package dev.offramp.withdrawals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.chains.TxHash;
import dev.offramp.withdrawals.WithdrawalState.Seen;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WithdrawalStateTest {

    private static final TxHash HASH = new TxHash("0xabc");

    private static final List<WithdrawalState> STATES = List.of(
            new WithdrawalState.Placed(),
            new WithdrawalState.Numbered(),
            new WithdrawalState.Signed(),
            new WithdrawalState.Sent(),
            new WithdrawalState.Completed(HASH),
            new WithdrawalState.Rejected("why"),
            new WithdrawalState.Reversed("why"));

    private static final List<Seen> SEEN = List.of(
            new Seen.GotNonce(),
            new Seen.Refused("why"),
            new Seen.GotSigned(),
            new Seen.Known(),
            new Seen.Confirmed(HASH),
            new Seen.Failed("why"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Placed    | Numbered  Placed    Placed    Placed    Placed    Placed
            Numbered  | Numbered  Rejected  Signed    Numbered  Numbered  Numbered
            Signed    | Signed    Signed    Signed    Sent      Completed Reversed
            Sent      | Sent      Sent      Sent      Sent      Completed Reversed
            Completed | Completed Completed Completed Completed Completed Completed
            Rejected  | Rejected  Rejected  Rejected  Rejected  Rejected  Rejected
            Reversed  | Reversed  Reversed  Reversed  Reversed  Reversed  Reversed
            """)
    void moves(String from, String to) {
        WithdrawalState state = STATES.stream()
                .filter(each -> name(each).equals(from))
                .findFirst()
                .orElseThrow();

        assertThat(SEEN.stream().map(state::after).map(WithdrawalStateTest::name))
                .containsExactly(to.split(" +"));
    }

    @Test
    void isAskedAboutEveryStateAndEverythingSeen() {
        assertThat(names(STATES)).containsExactlyElementsOf(permitted(WithdrawalState.class));
        assertThat(names(SEEN)).containsExactlyElementsOf(permitted(Seen.class));
    }

    private static List<String> names(List<?> values) {
        return values.stream().map(WithdrawalStateTest::name).toList();
    }

    private static String name(Object value) {
        return value.getClass().getSimpleName();
    }

    private static List<String> permitted(Class<?> type) {
        return Stream.of(type.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .toList();
    }
}
