package dev.offramp.acceptance.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The tests that client libraries have of their own, of what they do when a server is slow, busy or away: started here
/// where Maven does not start them, and their tools are on the machine.
class OwnTestsTest {

    /// As Node.js and as Python say how many they were.
    private static final Pattern COUNT = Pattern.compile("(?m)^(?:# tests|Ran) (\\d+)\\b");

    @TempDir
    private Path folder;

    private static Stream<Library> libraries() {
        return Arrays.stream(Library.values())
                .filter(library -> library.tests().isPresent())
                .filter(Library::isThere);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("libraries")
    void pass(Library library) {
        Library.Ended built = library.build(folder);
        assertThat(built.code()).as(built.output()).isZero();

        Library.Ended ended = Library.run(library.tests().orElseThrow(), folder, Map.of(), "");

        assertThat(ended.code()).as(ended.output()).isZero();
        Matcher count = COUNT.matcher(ended.output());
        assertThat(count.find()).as(ended.output()).isTrue();
        System.out.printf("clients: %s passed %s tests of its own%n", library, count.group(1));
        assertThat(Integer.parseInt(count.group(1))).as(ended.output()).isPositive();
    }
}
