package dev.offramp.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is found, and how well it has to be typed.
class PassageIndexTest {

    private static final PassageIndex INDEX = new PassageIndex(List.of(
            new Passage("/fruit", "Fruit", "", "", "Apples and pears grow on trees."),
            new Passage("/fruit", "Fruit", "harvest", "Harvest", "They are picked in autumn."),
            new Passage("/roots", "Roots", "carrots", "Carrots", "Pulled from the ground, never picked from trees."),
            new Passage("/tools", "Tools", "", "", "The autoSettlement flag of a wheelbarrow is set in config.yaml")));

    private static List<String> pages(String query) {
        return INDEX.find(query, 10).stream().map(PassageIndex.Answer::page).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pear                       | /fruit
            How do I harvest?          | /fruit
            PEARS growing              | /fruit
            carots                     | /roots
            wheelbarows                | /tools
            auto settlement            | /tools
            autosettlement             | /tools
            config.yaml                | /tools
            """)
    void findsByStemsPartsAndMistypedWords(String query, String page) {
        assertThat(pages(query).getFirst()).isEqualTo(page);
    }

    @Test
    void bringsPassagesOfAPageTogether() {
        PassageIndex.Answer fruit = INDEX.find("apples picked", 10).getFirst();

        assertThat(fruit.page()).isEqualTo("/fruit");
        assertThat(fruit.best()).hasSize(2);
        assertThat(fruit.best().stream().map(Passage::path)).containsExactlyInAnyOrder("/fruit", "/fruit#harvest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "the of and", "zzzzzzzz", "\u0000", "***", "\ud83d"})
    void findsNothingWhereNothingWasAsked(String query) {
        assertThat(pages(query)).isEmpty();
    }

    /// A language of queries would have let them in.
    @ParameterizedTest
    @ValueSource(strings = {"pear AND NOT (", "title:pear^99", "pear~2 OR [a TO z]", "+pear -\"", "/pear.*/"})
    void takesSignsForNothingButSigns(String query) {
        assertThat(pages(query)).contains("/fruit");
    }

    @Test
    void looksAtNoMoreThanAQuestion() {
        assertThat(pages("x ".repeat(100_000) + "pear")).isEmpty();
    }
}
