package dev.offramp.dashboard.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.dashboard.form.Look.Choice;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormTest {

    private static final Field<String> LABEL = Fields.text("label", "Label", 5).required();
    private static final Field<BigDecimal> AMOUNT = Fields.amount("amount", "Amount", 2);
    private static final Field<Integer> COUNT = Fields.whole("count", "Count", 1, 9);
    private static final Field<String> PIN = Fields.pin("pin", "PIN");
    private static final Field<Boolean> FLAG = Fields.flag("flag", "Flag");
    private static final Field<Integer> CHOICE =
            Fields.choice("choice", "Choice", List.of(new Choice("1", "One")), FormTest::one);
    private static final Field<List<Integer>> MANY =
            Fields.choices("many", "Many", List.of(new Choice("1", "One")), FormTest::one);
    private static final Field<String> EMAIL = Fields.email("email", "E-mail address");

    private static final List<Field<?>> ALL = List.of(LABEL, AMOUNT, COUNT, PIN, FLAG, CHOICE, MANY, EMAIL);

    private static Optional<Integer> one(String text) {
        return text.equals("1") ? Optional.of(1) : Optional.empty();
    }

    /// Field, what was typed, what it becomes or what is said of it.
    private static final String CASES = """
            label  | abc         | abc
            label  | ' abc '     | abc
            label  | abcdef      | ! Label must have at most 5 characters.
            label  | a\u0007     | ! Label must be printable characters in one line.
            label  | ''          | ! Label is required.
            amount | 1,250.50    | 1250.50
            amount | 0           | ! Amount must be greater than 0.
            amount | 1.234       | ! Amount must have at most 2 decimals.
            amount | 1.2300      | 1.2300
            amount | 1e3         | ! Amount must be a number, such as 1,250.50.
            amount | -1          | ! Amount must be greater than 0.
            count  | 9           | 9
            count  | 10          | ! Count must be 1 to 9.
            count  | 1.5         | ! Count must be a whole number.
            pin    | 1234        | 1234
            pin    | 12345678    | ! PIN is four to six digits.
            choice | 1           | 1
            choice | 2           | ! Choose one of the list.
            many   | 1           | [1]
            many   | 2           | ! Choose from the list.
            email  | ann@b.com   | ann@b.com
            email  | ann         | ! Enter an e-mail address, such as ann@example.com.
            """;

    static List<String[]> cases() {
        return CASES.lines().map(line -> line.split(" *\\| ")).toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsEachFieldAndSaysWhatIsWantedOfIt(String name, String typed, String expected) {
        Field<?> field = ALL.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        Form form = Form.read(List.of(field), Map.of(name, List.of(typed.replace("'", ""))));

        String outcome = form.error(field)
                .map(error -> "! " + error)
                .orElseGet(() -> form.get(field).toString());
        assertThat(outcome).isEqualTo(expected);
        assertThat(form.isValid()).isEqualTo(!expected.startsWith("!"));
    }

    @Test
    void givesBackWhatWasTypedButNoSecret() {
        Form form = Form.read(ALL, typed("label", "toolong", "pin", "123", "flag", "on", "many", "1"));

        assertThat(form.typed(LABEL)).isEqualTo("toolong");
        assertThat(form.typed(PIN)).isEmpty();
        assertThat(form.chose(FLAG, "on")).isTrue();
        assertThat(form.chose(MANY, "1")).isTrue();
        assertThat(form.kept()).doesNotContainKey("pin");
        assertThat(form.toString()).doesNotContain("toolong").doesNotContain("123");
    }

    @Test
    void takesWhatIsNotTickedForNo() {
        assertThat(Form.read(ALL, Map.of()).is(FLAG)).isFalse();
        assertThat(Form.read(ALL, typed("flag", "on")).is(FLAG)).isTrue();
    }

    @Test
    void canBeRefusedForWhatOnlyThePageKnows() {
        Form form = Form.read(List.of(LABEL), typed("label", "a"))
                .refuse(LABEL, "That label is taken.")
                .refuse("It is too late.");

        assertThat(form.isValid()).isFalse();
        assertThat(form.error(LABEL)).hasValue("That label is taken.");
        assertThat(form.general()).containsExactly("It is too late.");
        assertThat(form.typed(LABEL)).isEqualTo("a");
    }

    @Test
    void showsWhatIsThereNow() {
        assertThat(Form.blank().with(LABEL, "now").typed(LABEL)).isEqualTo("now");
    }

    private static Map<String, List<String>> typed(String... namesAndValues) {
        Map<String, List<String>> typed = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            typed.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return typed;
    }
}
