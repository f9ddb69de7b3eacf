package dev.offramp.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.acceptance.program.Contract;
import dev.offramp.acceptance.program.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every JSON that is shown is what the API's description says it is.
class ExamplesTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @TempDir
    private Path data;

    @Test
    void areOfTheirSchemas() {
        List<String> wrong = new ArrayList<>();
        int shown = 0;
        try (Program program = Program.on(data).start()) {
            for (Site.Block block : Site.of(program).blocks()) {
                if (block.language().equals("json")) {
                    shown++;
                    check(block, wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(shown).isGreaterThan(40);
    }

    private static void check(Site.Block block, List<String> wrong) {
        try {
            JsonNode value = JSON.readTree(block.code());
            String what = block.info().get(1);
            String part = block.info().size() > 2 ? block.info().get(2) : "200";
            switch (what) {
                case "other" -> {
                    // It is JSON, and that is all that is said of it.
                }
                case "event" -> Contract.current().checkDelivery(value);
                default -> Contract.current().checkExample(what, part, value);
            }
        } catch (AssertionError | RuntimeException e) {
            wrong.add(block + ": " + e.getMessage());
        }
    }
}
