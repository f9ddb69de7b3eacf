package dev.offramp.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {

    private static final String GOOD = "/tables/good.txt";

    @Test
    void skipsCommentsAndBlankLinesAndTheBlanksAroundCells() {
        assertThat(Table.read(GOOD, 2, row -> row.text(0) + "=" + row.number(1)))
                .containsExactly("one=1", "two and a bit=2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /tables/good.txt       | 3 | /tables/good.txt line 3 has 2 cells, not 3
            /tables/good.txt       | 1 | /tables/good.txt line 3 has 2 cells, not 1
            /tables/empty-cell.txt | 2 | /tables/empty-cell.txt line 1: cell 2 is empty
            /tables/no-number.txt  | 2 | /tables/no-number.txt line 2: For input string: "2x"
            /tables/missing.txt    | 2 | /tables/missing.txt is not part of the program
            """)
    void namesFileAndLineOfWhatItRefuses(String resource, int columns, String message) {
        assertThatThrownBy(() -> Table.read(resource, columns, row -> row.number(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message);
    }
}
