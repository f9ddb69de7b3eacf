package dev.offramp.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What no template may have.
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src/main/jte");

    /// Script and style inside of pages, which browsers would not run anyway; text that is not escaped; other hosts.
    private static final Pattern FORBIDDEN =
            Pattern.compile("<style|\\sstyle=|\\son[a-z]+=|javascript:|\\$unsafe|https?://|hx-on|hx-vals=\"js");

    private static final Pattern SCRIPT = Pattern.compile("<script(?! src=\"\\$\\{StaticFile\\.)");

    private static final Pattern POST = Pattern.compile("<form[^>]*method=\"post\"");

    private static List<Path> templates() throws IOException {
        try (Stream<Path> all = Files.walk(TEMPLATES)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void haveNeitherScriptNorStyleNorOtherHostsInThem() throws IOException {
        for (Path template : templates()) {
            String text = Files.readString(template);
            assertThat(FORBIDDEN.matcher(text).results().map(found -> template + ": " + found.group()))
                    .isEmpty();
            assertThat(SCRIPT.matcher(text).find())
                    .as(template + " has a script of its own")
                    .isFalse();
        }
    }

    @Test
    void sendNothingWithoutTheTokenOfTheSession() throws IOException {
        for (Path template : templates()) {
            String text = Files.readString(template);
            long forms = POST.matcher(text).results().count();
            assertThat(text.split("name=\"token\"", -1).length - 1L)
                    .as(template.toString())
                    .isEqualTo(forms);
        }
    }
}
