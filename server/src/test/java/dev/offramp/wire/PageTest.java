package dev.offramp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Pages and their `meta` (decision 13).
class PageTest {

    private static final String METAS = """
            1 10 0  | {"pages":1,"prevPage":null,"nextPage":null,"page":1,"totalDocs":0,"hasPrevPage":false,"hasNextPage":false}
            1 10 10 | {"pages":1,"prevPage":null,"nextPage":null,"page":1,"totalDocs":10,"hasPrevPage":false,"hasNextPage":false}
            1 10 11 | {"pages":2,"prevPage":null,"nextPage":2,"page":1,"totalDocs":11,"hasPrevPage":false,"hasNextPage":true}
            2 10 21 | {"pages":3,"prevPage":1,"nextPage":3,"page":2,"totalDocs":21,"hasPrevPage":true,"hasNextPage":true}
            3 10 21 | {"pages":3,"prevPage":2,"nextPage":null,"page":3,"totalDocs":21,"hasPrevPage":true,"hasNextPage":false}
            9 10 21 | {"pages":3,"prevPage":8,"nextPage":null,"page":9,"totalDocs":21,"hasPrevPage":true,"hasNextPage":false}
            """;

    private static final String QUERIES = """
            -                      | 1 10
            page=2&size=200        | 2 200
            page=undefined&size=   | 1 10
            page=0                 | page must be at least 1
            page=-1                | page must be at least 1
            page=1.5               | page must be a whole number
            page=abc               | page must be a whole number
            page=99999999999       | page must be at most 2147483647
            size=0                 | size must be at least 1
            size=201               | size must be at most 200
            """;

    static List<String[]> metas() {
        return rows(METAS);
    }

    static List<String[]> queries() {
        return rows(QUERIES);
    }

    private static List<String[]> rows(String table) {
        return Arrays.stream(table.split("\n"))
                .map(line -> line.split(" *\\| ", 2))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("metas")
    void tellsWhereInTheListItIs(String pageSizeTotal, String meta) {
        String[] numbers = pageSizeTotal.split(" +");
        Page page = new Page(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));

        assertThat(Json.text(page.meta(Long.parseLong(numbers[2])))).isEqualTo(meta);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void isReadFromTheQuery(String query, String expected) {
        FormReading reading = Form.of(Page.NUMBER, Page.SIZE)
                .read(QueryString.read(query.replace("-", query.equals("-") ? "" : "-"))
                        .orElseThrow());

        String outcome = switch (reading) {
            case FormReading.Filled(Values values) ->
                Page.of(values).number() + " " + Page.of(values).size();
            case FormReading.Invalid(Reasons reasons) ->
                String.join(";", reasons.byField().values().iterator().next());
        };
        assertThat(outcome).isEqualTo(expected);
    }

    @Test
    void countsTheItemsBeforeItWithoutOverflow() {
        assertThat(new Page(Integer.MAX_VALUE, 200).offset()).isEqualTo((Integer.MAX_VALUE - 1L) * 200);
    }
}
