package dev.offramp.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.tenancy.Environment;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlRulesTest {

    private static final String HTTPS = "URL must start with https:// in production";
    private static final String SCHEME = "URL must start with https:// or http://";
    private static final String HOST = "URL has no valid host";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # url                               | development | production, loopback refused | production, loopback allowed
            https://shop.example/hook           |             |                              |
            HTTPS://Shop.Example:8443/h?k=v     |             |                              |
            http://shop.example/hook            |             | HTTPS                        | HTTPS
            http://127.0.0.1:3000/hook          |             | HTTPS                        |
            http://localhost:3000/hook          |             | HTTPS                        |
            http://[::1]:3000/hook              |             | HTTPS                        |
            http://127.0.0.1.evil.example/      |             | HTTPS                        | HTTPS
            https://user@shop.example/          | USER        | USER                         | USER
            https://user:word@shop.example/     | USER        | USER                         | USER
            ftp://shop.example/                 | SCHEME      | SCHEME                       | SCHEME
            file:///etc/passwd                  | SCHEME      | SCHEME                       | SCHEME
            shop.example/hook                   | SCHEME      | SCHEME                       | SCHEME
            https:///hook                       | HOST        | HOST                         | HOST
            https:hook                          | HOST        | HOST                         | HOST
            https://shop_a.example/             | HOST        | HOST                         | HOST
            https://shop.example:0/             | HOST        | HOST                         | HOST
            https://shop.example:70000/         | HOST        | HOST                         | HOST
            'https://shop.example/a b'          | MALFORMED   | MALFORMED                    | MALFORMED
            """)
    void knowsWhichUrlsCanBeCalled(String url, String development, String production, String withLoopback) {
        UrlRules strict = new UrlRules(Set.of(Environment.DEVELOPMENT));
        UrlRules loose = new UrlRules(Set.of(Environment.DEVELOPMENT, Environment.PRODUCTION));

        assertThat(strict.refusal(Environment.DEVELOPMENT, url)).isEqualTo(text(development));
        assertThat(strict.refusal(Environment.PRODUCTION, url)).isEqualTo(text(production));
        assertThat(loose.refusal(Environment.PRODUCTION, url)).isEqualTo(text(withLoopback));
    }

    @Test
    void refusesUrlsThatAreTooLong() {
        String url = "https://shop.example/" + "a".repeat(2048);

        assertThat(new UrlRules(Set.of()).refusal(Environment.PRODUCTION, url))
                .contains("URL is longer than 2048 characters");
    }

    private static Optional<String> text(String name) {
        return Optional.ofNullable(name).map(UrlRulesTest::sentence);
    }

    private static String sentence(String name) {
        return switch (name) {
            case "HTTPS" -> HTTPS;
            case "SCHEME" -> SCHEME;
            case "HOST" -> HOST;
            case "USER" -> "URL must not contain a user name or password";
            case "MALFORMED" -> "URL is malformed";
            default -> throw new IllegalArgumentException(name);
        };
    }
}
