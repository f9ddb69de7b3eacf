package dev.offramp.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LetterTest {

    private static Letter letter(String to, String subject, String text) {
        return new Letter("test", to, subject, text, Instant.EPOCH);
    }

    @Test
    void hasASubjectOfOneLineWhateverANameHoldsThatIsInIt() {
        assertThat(letter("ann@example.com", "Shop\r\nBcc: bob@example.com\u2028\u0085\u202ex", "")
                        .subject())
                .isEqualTo("Shop  Bcc: bob@example.com   x");
    }

    @Test
    void keepsTheLinesOfItsTextAndNothingElseThatIsNoSign() {
        assertThat(letter("ann@example.com", "s", "one\ntwo\rthree\u0000\u2029four")
                        .text())
                .isEqualTo("one\ntwo three  four");
    }

    @Test
    void isShortenedBetweenTwoSigns() {
        String subject =
                letter("ann@example.com", "\ud83d\ude00".repeat(300), "").subject();

        assertThat(subject.codePointCount(0, subject.length())).isEqualTo(200);
        assertThat(subject).startsWith("\ud83d\ude00").endsWith("\ud83d\ude00...");
    }

    @Test
    void goesToOneAddress() {
        assertThatThrownBy(() -> letter("ann@example.com,bob@example.com", "s", ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> letter("ann@example.com\r\nBcc: bob@example.com", "s", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesNotShowItsText() {
        assertThat(letter("ann@example.com", "hello", "a link").toString()).isEqualTo("Letter[test]");
    }
}
