package dev.offramp.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No browser outlives its tests.
class BrowserTest {

    @Test
    void leavesNoProcessBehind() {
        Browser browser = Browser.start();
        assertThat(browser.processes())
                .anyMatch(process -> process.info().command().orElse("").contains("chrom"));

        browser.close();

        assertThat(browser.processes()).noneMatch(ProcessHandle::isAlive);
    }

    /// @param folder where the driver unpacks itself; who is killed does not tidy up
    @Test
    void endsWithAJvmThatIsKilled(@TempDir Path folder) throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Forgetful.class.getName())
                .start();
        assertThat(jvm.inputReader().readLine()).isEqualTo("open");
        List<ProcessHandle> opened = jvm.toHandle().descendants().toList();
        assertThat(opened).isNotEmpty();

        jvm.destroyForcibly();

        for (ProcessHandle process : opened) {
            process.onExit().get(20, TimeUnit.SECONDS);
        }
    }

    /// Opens a browser and waits to be killed.
    static final class Forgetful {

        public static void main(String[] arguments) throws InterruptedException {
            Browser browser = Browser.start();
            System.out.println("open");
            Thread.currentThread().join();
            browser.close();
        }
    }
}
