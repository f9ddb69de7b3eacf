package dev.offramp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.money.Fiat;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What each kind of field takes and what it says to the rest (decision 7).
class FieldsTest {

    private static final Map<String, Field<?>> FIELDS = Stream.of(
                    Fields.text("label").required(),
                    Fields.text("narration").max(3),
                    Fields.text("accountNumber").digits(6, 20),
                    Fields.decimal("amount").positive().to("1000").decimals(2),
                    Fields.decimal("markup").from("0").to("10"),
                    Fields.whole("confirmations").from(1).to(100),
                    Fields.flag("autoSettlement"),
                    Fields.pin("pin"),
                    Fields.choice("currency", Fiat.class, Fiat::code, List.of(Fiat.NGN, Fiat.GHS)),
                    Fields.choice("iso", Fiat.class, Fiat::code, List.of(Fiat.NGN))
                            .required()
                            .saying("ISO please"))
            .collect(Collectors.toMap(Field::name, Function.identity()));

    private static final String CASES = """
            label          | "ada"                | ada
            label          | " a"                 |  a
            label          | "Ọlá 😀"             | Ọlá 😀
            label          | null                 | label is required
            label          | ""                   | label is required
            label          | 7                    | label must be a string
            pin            | "0471"               | Pin[***]
            pin            | "471100"             | Pin[***]
            pin            | "471"                | pin must be 4 to 6 digits
            pin            | "4711000"            | pin must be 4 to 6 digits
            pin            | "47 1"               | pin must be 4 to 6 digits
            pin            | 4711                 | pin must be a string
            label          | {"a":1}              | label must be a string
            label          | ["a"]                | label must be a string
            label          | "a\\u0000"           | label must contain printable characters only
            label          | "a\\nb"              | label must contain printable characters only
            label          | "\\ud800"            | label must contain printable characters only
            label          | "\\u2028"            | label must contain printable characters only
            narration      | "rent"               | narration must be at most 3 characters
            narration      | "😀😀😀"             | 😀😀😀
            narration      | ""                   | -
            narration      | null                 | -
            accountNumber  | "0123456789"         | 0123456789
            accountNumber  | "12345"              | accountNumber must be 6 to 20 digits
            accountNumber  | "12345a"             | accountNumber must be 6 to 20 digits
            accountNumber  | "١٢٣٤٥٦"             | accountNumber must be 6 to 20 digits
            accountNumber  | 123456               | accountNumber must be a string
            amount         | 12.5                 | 12.5
            amount         | 1.250                | 1.25
            amount         | 1e2                  | 1E+2
            amount         | 1E-2                 | 0.01
            amount         | 0                    | amount must be greater than 0
            amount         | 0e999999999          | amount must be greater than 0
            amount         | -1                   | amount must be greater than 0
            amount         | 1000.01              | amount must be at most 1000
            amount         | 0.001                | amount must have at most 2 decimals
            amount         | 1e60                 | amount is out of range
            amount         | 1e999999999          | amount is out of range
            amount         | 1e-999999999         | amount is out of range
            amount         | 1e99999999999        | amount is out of range
            amount         | "5"                  | amount must be a number
            amount         | true                 | amount must be a number
            amount         | [5]                  | amount must be a number
            markup         | 0                    | 0
            markup         | 10.000               | 1E+1
            markup         | 10.5                 | markup must be at most 10
            markup         | -0.1                 | markup must be at least 0
            confirmations  | 3                    | 3
            confirmations  | 3.0                  | 3
            confirmations  | 1e2                  | 100
            confirmations  | 3.5                  | confirmations must be a whole number
            confirmations  | 0                    | confirmations must be at least 1
            confirmations  | 101                  | confirmations must be at most 100
            confirmations  | 99999999999          | confirmations must be at most 100
            confirmations  | "3"                  | confirmations must be a whole number
            autoSettlement | true                 | true
            autoSettlement | false                | false
            autoSettlement | null                 | -
            autoSettlement | "true"               | autoSettlement must be true or false
            autoSettlement | 1                    | autoSettlement must be true or false
            currency       | "ngn"                | NGN
            currency       | "GHS"                | GHS
            currency       | "usd"                | currency must be one of ngn, ghs
            currency       | 1                    | currency must be one of ngn, ghs
            iso            | null                 | ISO please
            iso            | "usd"                | ISO please
            """;

    record Case(String field, String json, String expected) {
        static Case parse(String line) {
            String[] cells = line.split(" *\\| ", 3);
            return new Case(cells[0].strip(), cells[1].strip(), cells[2]);
        }
    }

    static List<Case> cases() {
        return Arrays.stream(CASES.split("\n")).map(Case::parse).toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void takesTheGoodAndNamesTheBad(Case c) {
        Field<?> field = FIELDS.get(c.field());
        Map<String, Sent> sent = members("{\"" + c.field() + "\":" + c.json() + "}");

        String outcome = switch (Form.of(field).read(sent)) {
            case FormReading.Filled(Values values) ->
                values.find(field).map(String::valueOf).orElse("-");
            case FormReading.Invalid(Reasons reasons) ->
                String.join("; ", reasons.byField().get(c.field()));
        };

        assertThat(outcome).isEqualTo(c.expected());
    }

    @Test
    void collectsAllReasonsOfAllFields() {
        Form form = Form.of(FIELDS.get("label"), FIELDS.get("amount"));

        FormReading reading = form.read(members("{\"amount\":-1.234}"));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        FormReading.Invalid.class,
                        invalid -> assertThat(invalid.reasons().byField())
                                .containsExactly(
                                        Map.entry("label", List.of("label is required")),
                                        Map.entry(
                                                "amount",
                                                List.of(
                                                        "amount must be greater than 0",
                                                        "amount must have at most 2 decimals"))));
    }

    @Test
    void namesEachUnknownField() {
        Reasons reasons =
                Form.of(FIELDS.get("label")).unknown(members("{\"label\":\"a\",\"bankId\":\"25\",\"x\":null}"));

        assertThat(reasons.byField())
                .containsExactly(
                        Map.entry("bankId", List.of("unknown fields detected")),
                        Map.entry("x", List.of("unknown fields detected")));
    }

    @Test
    void wantsSomeFieldsTogether() {
        Form form = Form.of(FIELDS.get("narration"), FIELDS.get("accountNumber"))
                .together(FIELDS.get("narration"), FIELDS.get("accountNumber"));

        assertThat(form.read(members("{}"))).isInstanceOf(FormReading.Filled.class);
        assertThat(reasons(form, "{\"narration\":\"a\"}"))
                .containsExactly(Map.entry("accountNumber", List.of("accountNumber is required with narration")));
    }

    @Test
    void wantsExactlyOneOfSome() {
        Form form = Form.of(FIELDS.get("markup"), FIELDS.get("amount"))
                .exactlyOne(FIELDS.get("markup"), FIELDS.get("amount"));
        String reason = "exactly one of markup, amount is required";

        assertThat(form.read(members("{\"amount\":1}"))).isInstanceOf(FormReading.Filled.class);
        assertThat(reasons(form, "{}"))
                .containsExactly(Map.entry("markup", List.of(reason)), Map.entry("amount", List.of(reason)));
        assertThat(reasons(form, "{\"amount\":1,\"markup\":1}")).hasSize(2);
    }

    @Test
    void spellsWhatMeansTheSameInOneWayAndLeavesSecretsOut() {
        Form form = Form.of(
                FIELDS.get("label"),
                FIELDS.get("pin"),
                FIELDS.get("amount"),
                FIELDS.get("currency"),
                FIELDS.get("autoSettlement"));
        String one =
                "{\"label\":\"a=b\",\"pin\":\"4711\",\"amount\":1.50e2,\"currency\":\"NGN\",\"autoSettlement\":true}";
        String other = "{\"autoSettlement\":true,\"currency\":\"ngn\",\"amount\":150,\"label\":\"a=b\"}";

        assertThat(canonical(form, one)).isEqualTo("amount=150\nautoSettlement=true\ncurrency=ngn\nlabel=a=b\n");
        assertThat(canonical(form, other)).isEqualTo(canonical(form, one));
    }

    private static String canonical(Form form, String json) {
        return switch (form.read(members(json))) {
            case FormReading.Filled(Values values) -> form.canonical(values);
            case FormReading.Invalid(Reasons reasons) -> throw new AssertionError(reasons);
        };
    }

    @Test
    void showsNoValueInText() {
        FormReading reading = Form.of(FIELDS.get("label")).read(members("{\"label\":\"secret\"}"));

        assertThat(reading.toString()).doesNotContain("secret").contains("label");
        assertThat(members("{\"label\":\"secret\"}").toString()).doesNotContain("secret");
    }

    private static Map<String, List<String>> reasons(Form form, String json) {
        return switch (form.read(members(json))) {
            case FormReading.Filled _ -> Map.of();
            case FormReading.Invalid(Reasons reasons) -> reasons.byField();
        };
    }

    private static Map<String, Sent> members(String json) {
        return switch (JsonBody.read(json.getBytes(StandardCharsets.UTF_8))) {
            case JsonBody.Content.Members(Map<String, Sent> byName) -> byName;
            case JsonBody.Content.Unreadable(Reasons reasons) -> throw new AssertionError(reasons);
        };
    }
}
