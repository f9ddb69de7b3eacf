package dev.offramp.bench.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class BackupBenchTest {

    @Test
    void backsUpAndRestoresALittle() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertThat(new BackupBench(new PrintStream(said), 20).run()).isEmpty();
        assertThat(said.toString()).contains("backup", "restore", "peak heap");
    }
}
