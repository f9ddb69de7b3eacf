package dev.offramp.bench.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One command of the program in a process of its own.
///
/// @param seconds from its start to its end
/// @param peakBytes most of its heap that was ever in use
record MeasuredCommand(int exitCode, double seconds, long peakBytes, String said) {

    static final int HEAP_MEGABYTES = 256;

    static MeasuredCommand run(Map<String, String> settings, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx" + HEAP_MEGABYTES + "m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                MeasuredMain.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("OFFRAMP_"));
        builder.environment().putAll(settings);
        try {
            long began = System.nanoTime();
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes());
            int code = process.waitFor();
            double seconds = (System.nanoTime() - began) / 1e9;
            return new MeasuredCommand(code, seconds, peak(said), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long peak(String said) {
        return said.lines()
                .filter(line -> line.startsWith(MeasuredMain.PEAK))
                .mapToLong(line -> Long.parseLong(line.substring(MeasuredMain.PEAK.length())))
                .findFirst()
                .orElse(-1);
    }
}
