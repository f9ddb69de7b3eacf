package dev.offramp.wallets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", " ", "cust-77", "Ọ̀ṣun", "👩‍👩‍👧", "a'; DROP TABLE wallet; --"})
    void takesPrintableText(String text) {
        assertThat(Label.parse(text)).contains(new Label(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "\0", "\u007f", "\u2028", "\ud800"})
    void refusesWhatCannotBePrinted(String text) {
        assertThat(Label.parse(text)).isEmpty();
    }

    @Test
    void countsCharactersNotCodeUnits() {
        assertThat(Label.parse("😀".repeat(255))).isPresent();
        assertThat(Label.parse("😀".repeat(256))).isEmpty();
    }
}
