package dev.offramp.backups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SectionsTest {

    @Test
    void areReadOneByOneWhateverTheirLength() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int[] lengths = {0, 1, SectionOutput.BLOCK_BYTES - 1, SectionOutput.BLOCK_BYTES, SectionOutput.BLOCK_BYTES + 1};
        for (int length : lengths) {
            try (SectionOutput section = new SectionOutput(out)) {
                section.write(new byte[length]);
            }
        }
        ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());
        for (int length : lengths) {
            assertThat(new SectionInput(in).readAllBytes()).hasSize(length);
        }
        assertThat(in.read()).isNegative();
    }

    @Test
    void noticeAnEndThatIsNone() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SectionOutput section = new SectionOutput(out)) {
            section.write(new byte[100]);
        }
        byte[] cut = Arrays.copyOf(out.toByteArray(), 60);
        assertThatThrownBy(() -> new SectionInput(new ByteArrayInputStream(cut)).readAllBytes())
                .isInstanceOf(EOFException.class);
        byte[] absurd = {127, 0, 0, 0};
        assertThatThrownBy(() -> new SectionInput(new ByteArrayInputStream(absurd)).readAllBytes())
                .isInstanceOf(Malformed.class);
    }
}
