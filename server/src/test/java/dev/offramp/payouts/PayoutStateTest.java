package dev.offramp.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.payouts.PayoutState.Change;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PayoutStateTest {

    /// What every answer of a rail makes of every state. `-` nothing, `!` contradiction; `?` marks a payout the rail
    /// has not acknowledged.
    private static final String MACHINE = """
            state        | Accepted   | Rejected | Unknown     | Pending    | Paid      | Failed   | Reversed | NotFound
            Placed       | !          | !        | !           | !          | !         | !        | !        | !
            Submitting   | Processing | Rejected | Processing? | Processing | Completed | Rejected | Reversed | -
            Processing?  | Processing | Rejected | -           | Processing | Completed | Reversed | Reversed | -
            Processing   | -          | !        | -           | -          | Completed | Reversed | Reversed | !
            Completed    | -          | !        | -           | -          | -         | !        | Reversed | !
            Rejected     | !          | -        | -           | !          | !         | -        | -        | -
            Reversed     | -          | -        | -           | -          | !         | -        | -        | -
            """;

    @TestFactory
    Stream<DynamicTest> followsTheMachine() {
        return table().entrySet().stream()
                .flatMap(row -> row.getValue().entrySet().stream()
                        .map(cell -> DynamicTest.dynamicTest(
                                row.getKey() + " + " + cell.getKey(),
                                () -> assertThat(shown(state(row.getKey()).after(answer(cell.getKey()))))
                                        .isEqualTo(cell.getValue()))));
    }

    @Test
    void coversEveryStateAndEveryAnswer() {
        assertThat(table().keySet().stream().map(name -> name.replace("?", "")).distinct())
                .containsExactlyInAnyOrderElementsOf(records(PayoutState.class).stream()
                        .map(Class::getSimpleName)
                        .toList());
        assertThat(table().get("Placed").keySet())
                .containsExactlyInAnyOrderElementsOf(records(Rail.Answer.class).stream()
                        .map(Class::getSimpleName)
                        .toList());
    }

    @Test
    void neverSendsAgainWhatTheRailHasAcknowledgedOrWhatEnded() {
        assertThat(table().keySet().stream().filter(name -> state(name).maySubmit()))
                .containsExactly("Submitting", "Processing?");
    }

    @Test
    void keepsTheReasonTheRailGave() {
        PayoutState processing = new PayoutState.Processing(true);

        assertThat(processing.after(new Rail.Standing.Failed("closed")))
                .isEqualTo(new Change.Moves(new PayoutState.Reversed("closed")));
    }

    private static Map<String, Map<String, String>> table() {
        List<List<String>> rows = MACHINE.lines()
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .toList();
        Map<String, Map<String, String>> table = new LinkedHashMap<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 1; i < row.size(); i++) {
                cells.put(rows.getFirst().get(i), row.get(i));
            }
            table.put(row.getFirst(), cells);
        }
        return table;
    }

    private static PayoutState state(String name) {
        return (PayoutState) made(PayoutState.class, name.replace("?", ""), !name.endsWith("?"));
    }

    private static Rail.Answer answer(String name) {
        return (Rail.Answer) made(Rail.Answer.class, name, true);
    }

    private static String shown(Change change) {
        return switch (change) {
            case Change.Moves(PayoutState.Processing(boolean acknowledged)) ->
                acknowledged ? "Processing" : "Processing?";
            case Change.Moves(PayoutState to) -> to.getClass().getSimpleName();
            case Change.Stays _ -> "-";
            case Change.Contradicts _ -> "!";
        };
    }

    /// The records of a sealed family, found by its own declaration.
    private static List<Class<?>> records(Class<?> family) {
        if (family.isRecord()) {
            return List.of(family);
        }
        List<Class<?>> records = new ArrayList<>();
        for (Class<?> member : family.getPermittedSubclasses()) {
            records.addAll(records(member));
        }
        return records;
    }

    private static Object made(Class<?> family, String name, boolean flag) {
        Class<?> type = records(family).stream()
                .filter(member -> member.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow();
        Object[] values = Arrays.stream(type.getRecordComponents())
                .map(component -> component.getType() == boolean.class ? (Object) flag : "why")
                .toArray();
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
