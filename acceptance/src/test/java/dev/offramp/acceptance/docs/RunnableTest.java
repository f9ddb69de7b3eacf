package dev.offramp.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.acceptance.program.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every block that is said to run, runs: those of one page in their order, against a sandbox that was just started.
class RunnableTest {

    @TempDir
    private static Path data;

    private static Program program;
    private static Site site;

    @BeforeAll
    static void start() {
        program = Program.on(data.resolve("data")).start();
        site = Site.of(program);
    }

    @AfterAll
    static void stop() {
        program.command("audit");
        program.close();
    }

    private static Stream<String> pages() {
        return site.pages().stream().filter(page -> site.blocks(page).stream().anyMatch(Site.Block::isRun));
    }

    @Test
    void areOnManyPages() {
        assertThat(pages().count()).isGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void runAsTheyStand(String page, @TempDir Path folder) {
        Map<String, String> environment = Reader.environment(program);
        List<Site.Block> blocks =
                site.blocks(page).stream().filter(Site.Block::isRun).toList();
        String shell = blocks.stream()
                .filter(block -> block.language().equals("sh"))
                .map(Site.Block::code)
                .collect(Collectors.joining("\n", "set -euo pipefail\n", ""));

        Tool.Ended ended = Tool.SH.run(shell, folder, environment);
        assertThat(ended.code()).as(page + ": " + ended.output()).isZero();
        assertThat(ended.output()).isNotBlank();
        blocks.stream()
                .filter(block -> !block.language().equals("sh"))
                .filter(block -> Tool.of(block.language()).isThere())
                .forEach(block -> {
                    Tool.Ended other = Tool.of(block.language()).run(block.code(), folder, environment);
                    assertThat(other.code()).as(block + ": " + other.output()).isZero();
                });
    }
}
