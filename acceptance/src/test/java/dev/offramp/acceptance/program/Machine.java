package dev.offramp.acceptance.program;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What is on the machine that the tests run on. A person may do without most of the languages that our examples and
/// client libraries are written in; CI may not, and says so by `OFFRAMP_TEST_TOOLS=all`.
public final class Machine {

    private static final String TOOLS = "OFFRAMP_TEST_TOOLS";

    private Machine() {}

    /// Whether a program can be run by its name.
    ///
    /// @throws AssertionError when it cannot, and nothing may be missing
    public static boolean has(String program) {
        boolean isThere = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        if (!isThere && "all".equals(System.getenv(TOOLS))) {
            throw new AssertionError(program + " is not on this machine, and " + TOOLS + " is all");
        }
        return isThere;
    }
}
