package dev.offramp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

    record Inner(Optional<String> accountNumber, BigDecimal fee) {}

    record Item(
            String label,
            BigDecimal amount,
            Optional<Instant> at,
            boolean isOn,
            OrNull<Integer> status,
            Inner meta,
            RawJson payload,
            List<Inner> all) {}

    private static final Csv<Item> CSV = Csv.of(Item.class);

    @Test
    void hasAColumnForEachComponentAndForThoseOfANestedRecord() {
        assertThat(CSV.header()).isEqualTo("label,amount,at,isOn,status,meta.accountNumber,meta.fee,payload,all\r\n");
    }

    @Test
    void writesValuesAsInTheirJson() {
        Inner inner = new Inner(Optional.of("0123456789"), new BigDecimal("50.00"));
        Item item = new Item(
                "ada",
                new BigDecimal("1E+3"),
                Optional.of(Instant.parse("2026-01-31T10:00:00.123456Z")),
                true,
                OrNull.of(200),
                inner,
                new RawJson("{\"a\":1}"),
                List.of(inner));

        assertThat(CSV.line(item))
                .isEqualTo("ada,1000,2026-01-31T10:00:00.123Z,true,200,0123456789,50,\"{\"\"a\"\":1}\","
                        + "\"[{\"\"accountNumber\"\":\"\"0123456789\"\",\"\"fee\"\":50}]\"\r\n");
    }

    @Test
    void leavesACellWithoutAValueEmpty() {
        Item item = new Item(
                "",
                BigDecimal.ZERO,
                Optional.empty(),
                false,
                OrNull.empty(),
                new Inner(Optional.empty(), BigDecimal.ONE.negate()),
                RawJson.EMPTY_OBJECT,
                List.of());

        assertThat(CSV.line(item)).isEqualTo(",0,,false,,,-1,{},[]\r\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            =1+1       | '=1+1
            +234       | '+234
            -5         | '-5
            @SUM(A1)   | '@SUM(A1)
            =a,b       | "'=a,b"
            a=b        | a=b
            a,b        | "a,b"
            a "b" c    | "a ""b"" c"
            """)
    void quotesAndMakesFormulasHarmless(String text, String cell) {
        Item item = new Item(
                text,
                BigDecimal.ZERO,
                Optional.empty(),
                false,
                OrNull.empty(),
                new Inner(Optional.empty(), BigDecimal.ZERO),
                RawJson.EMPTY_OBJECT,
                List.of());

        assertThat(CSV.line(item)).isEqualTo(cell + ",0,,false,,,0,{},[]\r\n");
    }
}
