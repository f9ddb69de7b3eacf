package dev.offramp.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.search.PassageIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whether people find what answers them. The questions were written before the search was tuned.
class QuestionsTest {

    private static final Path QUESTIONS = Path.of("..", "docs", "site", "questions.txt");
    private static final int AMONG_FIRST = 3;

    /// Of a hundred.
    private static final int AIM = 95;

    private record Question(String asked, List<String> pages) {}

    @Test
    void findsTheRightPageAmongTheFirstThree() throws IOException {
        List<Question> questions = questions();
        List<String> missed = new ArrayList<>();
        for (Question question : questions) {
            List<String> found = TestLibrary.DOCS.library().find(question.asked(), AMONG_FIRST).stream()
                    .map(PassageIndex.Answer::page)
                    .toList();
            if (found.stream().noneMatch(question.pages()::contains)) {
                missed.add(question.asked() + " | wanted " + question.pages() + ", found " + found);
            }
        }
        int found = questions.size() - missed.size();
        System.out.println("search: " + found + " of " + questions.size() + " questions find their page\n"
                + String.join("\n", missed));
        assertThat(questions).hasSizeGreaterThanOrEqualTo(150);
        assertThat(found * 100 / questions.size()).isGreaterThanOrEqualTo(AIM);
    }

    @Test
    void namesPagesThatThereAre() throws IOException {
        for (Question question : questions()) {
            assertThat(question.pages())
                    .as(question.asked())
                    .allMatch(page -> TestLibrary.DOCS
                            .library()
                            .page(page.replaceFirst("^/docs/", ""))
                            .isPresent());
        }
    }

    private static List<Question> questions() throws IOException {
        return Files.readAllLines(QUESTIONS).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(QuestionsTest::question)
                .toList();
    }

    private static Question question(String line) {
        int bar = line.lastIndexOf('|');
        return new Question(
                line.substring(0, bar).strip(),
                List.of(line.substring(bar + 1).strip().split("\\s*,\\s*")));
    }
}
