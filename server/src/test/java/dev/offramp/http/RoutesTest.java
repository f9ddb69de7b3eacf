package dev.offramp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.tenancy.Scope;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoutesTest {

    private static final String CASES = """
            GET    /v1/things                                        | ListThings
            HEAD   /v1/things                                        | ListThings
            GET    /v1/things/                                       | ListThings
            GET    /v1/things/none                                   | NoThing
            GET    /v1/things/none/                                  | NoThing
            GET    /v1/things/nine                                   | ShowThing nine
            GET    /v1/things/make                                   | ShowThing make
            DELETE /v1/things/7                                      | DropThing 7
            POST   /v1/things/x/make                                 | MakeThing x
            POST   /v1/things/none/make                              | MakeThing none
            GET    /v1/thing/a%20b%2Fc+d                             | FindThing a b/c+d
            GET    /v1/thing/a;b=c                                   | FindThing a;b=c
            GET    /v1/thing/..                                      | FindThing ..
            POST   /v1/things                                        | -
            PATCH  /v1/things                                        | -
            OPTIONS /v1/things                                       | -
            get    /v1/things                                        | -
            DELETE /v1/things/none                                   | -
            GET    /v1/things/resend                                 | -
            GET    /v1/things//                                      | -
            GET    /v1/things/x/make                                 | -
            GET    /v1/things/x/y                                    | -
            GET    /v1//things                                       | -
            GET    /v1/Things                                        | -
            GET    /v1/thing                                         | -
            GET    /v1/thing/                                        | -
            GET    /v1/thing/a/b                                     | -
            GET    /v1                                               | -
            GET    /v1/                                              | -
            GET    /things                                           | -
            GET    /v1things                                         | -
            GET    /                                                 | -
            OPTIONS *                                                | -
            """;

    static List<String[]> cases() {
        return Arrays.stream(CASES.split("\n"))
                .map(line -> line.split(" *\\| |\\s+", 3))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheEndpointOfMethodAndPath(String method, String path, String expected) {
        String found = new Routes(Things.all())
                .find(method, path)
                .map(it -> it.endpoint().getClass().getSimpleName() + " " + String.join(",", it.variables()))
                .map(String::strip)
                .orElse("-");

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void refusesTwoEndpointsInOnePlace() {
        assertThatThrownBy(() -> new Routes(List.of(new Things.ListThings(), new Things.ListThings())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAPathThatDoesNotNameItsParameters() {
        assertThatThrownBy(() -> Route.get("/things/{id}", Scope.READ)).isInstanceOf(IllegalArgumentException.class);
    }
}
