package dev.offramp.acceptance.anvil;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The module's folders: the pinned node of `npm`, and the contracts, compiled when a source is newer. The compiled
/// code is not kept in the repository: the sources are the truth, and compiling takes seconds.
final class Workshop {

    private static final Path MODULE =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    private static final Path PACKAGES = MODULE.resolve("npm").resolve("node_modules");
    private static final Path CONTRACTS = MODULE.resolve("contracts");
    private static final Path COMPILED = MODULE.resolve("target").resolve("contracts.json");

    private Workshop() {}

    /// The node itself, not the script around it, which would leave a process of its own behind.
    static Path anvil() {
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String cpu = machine.contains("aarch64") || machine.contains("arm64") ? "arm64" : "amd64";
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        return installed(PACKAGES.resolve("@foundry-rs")
                .resolve("anvil-" + system + "-" + cpu)
                .resolve("bin")
                .resolve("anvil"));
    }

    private static Path installed(Path path) {
        if (Files.exists(path)) {
            return path;
        }
        throw new IllegalStateException(path + " is missing: run `npm ci` in acceptance/npm");
    }

    /// Creation code by the contract's name.
    static synchronized Map<String, String> contracts() {
        try {
            if (isStale()) {
                compile();
            }
            return JsonMapper.shared().readValue(Files.readString(COMPILED), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isStale() throws IOException {
        if (!Files.exists(COMPILED)) {
            return true;
        }
        try (Stream<Path> sources = Files.list(CONTRACTS)) {
            long compiled = COMPILED.toFile().lastModified();
            return sources.anyMatch(source -> source.toFile().lastModified() > compiled);
        }
    }

    private static void compile() throws IOException {
        installed(PACKAGES.resolve("solc"));
        Files.createDirectories(COMPILED.getParent());
        Path script = CONTRACTS.resolve("compile.mjs");
        Process node = new ProcessBuilder(List.of("node", script.toString(), COMPILED.toString()))
                .redirectErrorStream(true)
                .start();
        String said = new String(node.getInputStream().readAllBytes());
        try {
            if (node.waitFor() != 0) {
                throw new IllegalStateException("the contracts do not compile:\n" + said);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
