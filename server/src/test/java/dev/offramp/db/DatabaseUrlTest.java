package dev.offramp.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # url                                                   | jdbcUrl                                      | user | password
            postgresql://ann:pw@db.example:5433/pay                 | jdbc:postgresql://db.example:5433/pay        | ann  | pw
            postgres://ann@db.example/pay                           | jdbc:postgresql://db.example/pay             | ann  | -
            postgresql://ann:p%40ss+w%25rd@db/pay                   | jdbc:postgresql://db/pay                     | ann  | p@ss+w%rd
            postgresql://ann:@db/pay                                | jdbc:postgresql://db/pay                     | ann  | ''
            postgresql://db/pay?sslmode=require                     | jdbc:postgresql://db/pay?sslmode=require     | -    | -
            postgresql://one:5432,two:5433/pay                      | jdbc:postgresql://one:5432,two:5433/pay      | -    | -
            postgresql://[::1]:5432/pay                             | jdbc:postgresql://[::1]:5432/pay             | -    | -
            jdbc:postgresql://db/pay?user=ann&password=p%26w&ssl=on | jdbc:postgresql://db/pay?ssl=on              | ann  | p&w
            jdbc:postgresql://db:5432/pay                           | jdbc:postgresql://db:5432/pay                | -    | -
            """)
    void readsBothForms(String url, String jdbcUrl, String user, String password) {
        DatabaseAddress address = DatabaseUrl.parse(url);

        assertThat(address.jdbcUrl()).isEqualTo(jdbcUrl);
        assertThat(address.user().orElse(null)).isEqualTo(user);
        assertThat(address.password().orElse(null)).isEqualTo(password);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mysql://ann:secret@db/pay",
                "postgresql://ann:secret@db",
                "postgresql://ann:secret@db/",
                "postgresql:///pay",
                "postgresql://ann:secret@",
                "host=db user=ann password=secret"
            })
    void refusesAnythingElseWithoutRepeatingIt(String url) {
        assertThatThrownBy(() -> DatabaseUrl.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("looks like postgresql://")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/pay?user=ann&password=secret&ssl=on",
                "jdbc:postgresql://ann:secret@db/pay",
                "jdbc:postgresql://db/pay?password=secret"
            })
    void neverShowsAPassword(String jdbcUrl) {
        DatabaseAddress address =
                new DatabaseAddress(jdbcUrl, java.util.Optional.empty(), java.util.Optional.of("secret"));

        assertThat(address.toString()).startsWith("jdbc:postgresql://").doesNotContain("secret");
    }
}
