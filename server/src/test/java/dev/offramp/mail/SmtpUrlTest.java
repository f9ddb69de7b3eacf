package dev.offramp.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpUrlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # url                                       | shown                               | this machine | password
            smtp://mail.example.com                     | smtp://mail.example.com:587         | false        |
            smtps://mail.example.com/                   | smtps://mail.example.com:465        | false        |
            smtp://ann:a+b%2F%40@mail.example.com:2525  | smtp://ann@mail.example.com:2525    | false        | a+b/@
            SMTP://ann%40example.com:x@mail.example.com | smtp://ann@example.com@mail.example.com:587 | false | x
            smtp://localhost:25                         | smtp://localhost:25                 | true         |
            smtp://127.0.0.2                            | smtp://127.0.0.2:587                | true         |
            smtp://[::1]:25                             | smtp://[::1]:25                     | true         |
            smtp://10.0.0.1                             | smtp://10.0.0.1:587                 | false        |
            smtp://localhost.example.com                | smtp://localhost.example.com:587    | false        |
            """)
    void isReadWithItsUsualPort(String url, String shown, boolean isOnThisMachine, String password) {
        SmtpUrl read = SmtpUrl.parse(url);

        assertThat(read).hasToString(shown);
        assertThat(read.isOnThisMachine()).isEqualTo(isOnThisMachine);
        assertThat(read.login().map(SmtpUrl.Login::password).orElse(null)).isEqualTo(password);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.example.com",
                "http://mail.example.com",
                "smtp://",
                "smtp://ann@mail.example.com",
                "smtp://:secret@mail.example.com",
                "smtp://ann:secret@mail.example.com/inbox",
                "smtp://ann:secret@mail.example.com?tls=no",
                "smtp://ann:sec ret@mail.example.com"
            })
    void isRefusedWithoutRepeatingIt(String url) {
        assertThatThrownBy(() -> SmtpUrl.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("must be a URL such as")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ann",
                "ann@example.com, bob@example.com",
                "ann@exam ple.com",
                "Ann <ann@example.com",
                "Ann\r\nBcc: bob@example.com <ann@example.com>",
                "ann@example.com\r\nBcc: bob@example.com"
            })
    void takesNoSenderThatIsNone(String from) {
        assertThatThrownBy(() -> MailAddress.parse(from)).isInstanceOf(IllegalArgumentException.class);
    }
}
