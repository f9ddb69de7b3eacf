package dev.offramp.bench.verify;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whether they are caught takes minutes and is `./offramp verify --mutants`.
class MistakesTest {

    private static final Path REPOSITORY = Path.of("..");

    static Iterable<Mutant> mistakes() {
        return Mistakes.ALL;
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void fitTheSourcesAndCompile(Mutant mutant) {
        assertThatCode(() -> plant(mutant)).doesNotThrowAnyException();
    }

    private static void plant(Mutant mutant) throws IOException {
        new PlantedMutant(mutant.changed(REPOSITORY)).close();
    }
}
