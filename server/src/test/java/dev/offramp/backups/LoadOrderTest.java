package dev.offramp.backups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.backups.BackupStore.Reference;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadOrderTest {

    @Test
    void putsWhatIsReferredToFirst() {
        assertThat(LoadOrder.of(List.of("a", "b", "c", "d"), List.of(new Reference("a", "c"), new Reference("c", "d"))))
                .containsExactly("b", "d", "c", "a");
    }

    @Test
    void endsWhereTablesReferToEachOther() {
        assertThatThrownBy(() ->
                        LoadOrder.of(List.of("a", "b", "c"), List.of(new Reference("a", "b"), new Reference("b", "a"))))
                .hasMessage("these tables refer to each other in a circle: [a, b]");
    }
}
