package dev.offramp.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offramp.db.DatabaseUrl;
import dev.offramp.db.StartRefused;
import dev.offramp.mail.MailAddress;
import dev.offramp.mail.SmtpUrl;
import dev.offramp.metrics.MetricsToken;
import dev.offramp.people.SignUpRule;
import dev.offramp.traces.TracesUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static final Map<String, String> ALL = Map.ofEntries(
            Map.entry("OFFRAMP_PORT", " 9000 "),
            Map.entry("OFFRAMP_BIND", "::1"),
            Map.entry("OFFRAMP_PUBLIC_URL", "https://pay.example.com"),
            Map.entry("OFFRAMP_TLS_CERTIFICATE_FILE", "/etc/tls/chain.pem"),
            Map.entry("OFFRAMP_TLS_KEY_FILE", "/etc/tls/key.pem"),
            Map.entry("OFFRAMP_DATA", "/srv/offramp"),
            Map.entry("OFFRAMP_KEYS", "/srv/keys"),
            Map.entry("OFFRAMP_DATABASE_URL", "postgresql://ann:pw@db/pay"),
            Map.entry("OFFRAMP_DATABASE_CONNECTIONS", "2"),
            Map.entry("OFFRAMP_PRODUCTION", "on"),
            Map.entry("OFFRAMP_KEY_PASSPHRASE_FILE", "/run/passphrase"),
            Map.entry("OFFRAMP_ALLOW_LOOPBACK_HTTP", "on"),
            Map.entry("OFFRAMP_TRUSTED_PROXIES", "10.0.0.0/8, ::1,192.0.2.7,"),
            Map.entry("OFFRAMP_SIGN_UP", "open"),
            Map.entry("OFFRAMP_SMTP_URL", "smtp://ann:p%40ss@mail.example.com"),
            Map.entry("OFFRAMP_MAIL_FROM", "Offramp <no-reply@example.com>"),
            Map.entry("OFFRAMP_ALLOW_LOOPBACK_WEBHOOKS", "on"),
            Map.entry("OFFRAMP_WEBHOOK_SENDER_ADDRESSES", "192.0.2.1, 2001:db8::/64"),
            Map.entry("OFFRAMP_NETWORKS_FILE", "networks.json"),
            Map.entry("OFFRAMP_SANDBOX_BLOCK_MS", "250"),
            Map.entry("OFFRAMP_SANDBOX_SEED", "-7"),
            Map.entry("OFFRAMP_SANDBOX_WEBHOOK_URL", "http://127.0.0.1:3000/hook"),
            Map.entry("OFFRAMP_STATUS_INCIDENT_MINUTES", "15"),
            Map.entry("OFFRAMP_TRACES_URL", "http://127.0.0.1:4318"),
            Map.entry("OFFRAMP_METRICS_TOKEN", "0123456789abcdef"),
            Map.entry("OFFRAMP_LOG", "json"),
            Map.entry("OFFRAMP_LOG_LEVEL", "DEBUG"));

    private static final Path PAGE = Path.of("../docs/site/self-hosting/settings.md");

    @Test
    void hasADefaultForEverything() {
        Settings settings = Settings.read(Map.of());

        assertThat(settings)
                .isEqualTo(new Settings(
                        8080,
                        InetAddress.ofLiteral("0.0.0.0"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Path.of("data"),
                        Optional.empty(),
                        Optional.empty(),
                        16,
                        false,
                        Optional.empty(),
                        false,
                        List.of(),
                        SignUpRule.INVITATION,
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        List.of(),
                        5,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Duration.ofSeconds(1),
                        1,
                        Optional.empty(),
                        Logging.Form.TEXT,
                        Logging.Threshold.INFO));
        assertThat(settings.keys()).isEqualTo(Path.of("data/keys"));
    }

    @Test
    void readsWhatIsSet() {
        Settings settings = Settings.read(ALL);

        assertThat(settings)
                .isEqualTo(new Settings(
                        9000,
                        InetAddress.ofLiteral("::1"),
                        Optional.of(URI.create("https://pay.example.com")),
                        Optional.of(Path.of("/etc/tls/chain.pem")),
                        Optional.of(Path.of("/etc/tls/key.pem")),
                        Path.of("/srv/offramp"),
                        Optional.of(Path.of("/srv/keys")),
                        Optional.of(DatabaseUrl.parse("postgresql://ann:pw@db/pay")),
                        2,
                        true,
                        Optional.of(Path.of("/run/passphrase")),
                        true,
                        List.of("10.0.0.0/8", "::1", "192.0.2.7"),
                        SignUpRule.OPEN,
                        Optional.of(SmtpUrl.parse("smtp://ann:p%40ss@mail.example.com")),
                        Optional.of(new MailAddress("Offramp", "no-reply@example.com")),
                        true,
                        List.of("192.0.2.1", "2001:db8::/64"),
                        15,
                        Optional.of(TracesUrl.parse("http://127.0.0.1:4318")),
                        Optional.of(new MetricsToken("0123456789abcdef")),
                        Optional.of(Path.of("networks.json")),
                        Duration.ofMillis(250),
                        -7,
                        Optional.of(URI.create("http://127.0.0.1:3000/hook")),
                        Logging.Form.JSON,
                        Logging.Threshold.DEBUG));
        assertThat(settings.keys()).isEqualTo(Path.of("/srv/keys"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # variable                      | value                 | the line after the variable's name
            OFFRAMP_PORT                    | http                  | must be a number
            OFFRAMP_PORT                    | 65536                 | must be 0 to 65535
            OFFRAMP_PORT                    | -1                    | must be 0 to 65535
            OFFRAMP_BIND                    | localhost             | must be an IP address
            OFFRAMP_PUBLIC_URL              | pay.example.com       | must be an http or https URL
            OFFRAMP_PUBLIC_URL              | ftp://pay.example.com | must be an http or https URL
            OFFRAMP_PUBLIC_URL              | https://a b           | must be an http or https URL
            OFFRAMP_DATABASE_CONNECTIONS    | 1                     | must be 2 to 50
            OFFRAMP_PRODUCTION              | true                  | must be on or off
            OFFRAMP_LOG                     | xml                   | must be one of text, json
            OFFRAMP_TRUSTED_PROXIES         | proxy.example.com     | must be an IP address
            OFFRAMP_TRUSTED_PROXIES         | 10.0.0.0/33           | must be IP addresses or ranges such as 10.0.0.0/8, parted by commas
            OFFRAMP_SANDBOX_BLOCK_MS        | 9                     | must be 10 to 600000
            OFFRAMP_SANDBOX_SEED            | lucky                 | must be a number
            OFFRAMP_METRICS_TOKEN           | 0123456789abcde       | must be 16 or more of letters, digits and - . _ ~ + /
            OFFRAMP_MAIL_FROM               | Offramp               | must be an e-mail address, such as no-reply@example.com
            """)
    void refusesABadValueInOneLineThatNamesTheVariable(String variable, String value, String line) {
        assertThatThrownBy(() -> Settings.read(Map.of(variable, value)))
                .isInstanceOf(StartRefused.class)
                .hasMessage(variable + " " + line);
    }

    @Test
    void wantsTheCertificateWithItsKeyOrNeither() {
        String line = "OFFRAMP_TLS_CERTIFICATE_FILE and OFFRAMP_TLS_KEY_FILE are set together or not at all";

        assertThatThrownBy(() -> Settings.read(Map.of("OFFRAMP_TLS_CERTIFICATE_FILE", "chain.pem")))
                .isInstanceOf(StartRefused.class)
                .hasMessage(line);
        assertThatThrownBy(() -> Settings.read(Map.of("OFFRAMP_TLS_KEY_FILE", "key.pem")))
                .isInstanceOf(StartRefused.class)
                .hasMessage(line);
    }

    @Test
    void neverRepeatsADatabaseUrlItRefuses() {
        assertThatThrownBy(() -> Settings.read(Map.of("OFFRAMP_DATABASE_URL", "mysql://ann:secret@db/pay")))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("OFFRAMP_DATABASE_URL ")
                .hasMessageNotContaining("secret");
    }

    @Test
    void wantsTheMailServerWithASenderOrNeither() {
        String line = "OFFRAMP_SMTP_URL and OFFRAMP_MAIL_FROM are set together or not at all";

        assertThatThrownBy(() -> Settings.read(Map.of("OFFRAMP_SMTP_URL", "smtp://mail.example.com")))
                .isInstanceOf(StartRefused.class)
                .hasMessage(line);
        assertThatThrownBy(() -> Settings.read(Map.of("OFFRAMP_MAIL_FROM", "no-reply@example.com")))
                .isInstanceOf(StartRefused.class)
                .hasMessage(line);
    }

    @Test
    void neverShowsTheMailServersPassword() {
        assertThat(Settings.read(Map.of(
                                "OFFRAMP_SMTP_URL",
                                "smtp://ann:secret@mail.example.com",
                                "OFFRAMP_MAIL_FROM",
                                "no-reply@example.com"))
                        .toString())
                .contains("smtp://ann@mail.example.com:587")
                .doesNotContain("secret");
        assertThatThrownBy(() -> Settings.read(Map.of("OFFRAMP_SMTP_URL", "http://ann:secret@mail example.com")))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("OFFRAMP_SMTP_URL must be a URL")
                .hasMessageNotContaining("secret");
    }

    @Test
    void neverShowsTheTokenOfMetrics() {
        assertThat(Settings.read(Map.of("OFFRAMP_METRICS_TOKEN", "0123456789abcdef"))
                        .toString())
                .doesNotContain("0123456789abcdef");
    }

    @Test
    void neverShowsTheDatabasesPassword() {
        assertThat(Settings.read(Map.of("OFFRAMP_DATABASE_URL", "postgresql://ann:secret@db/pay"))
                        .toString())
                .contains("jdbc:postgresql://db/pay")
                .doesNotContain("secret");
    }

    @Test
    void refusesProductionWithoutAPassphrase() {
        assertThatThrownBy(() -> Settings.read(Map.of("OFFRAMP_PRODUCTION", "on")))
                .isInstanceOf(StartRefused.class)
                .hasMessage("OFFRAMP_PRODUCTION=on needs OFFRAMP_KEY_PASSPHRASE_FILE");
    }

    @Test
    void takesAnEmptyVariableForOneThatIsNotSet() {
        Map<String, String> empty = new HashMap<>();
        SettingsReader.names().forEach(name -> empty.put(name, " "));

        assertThat(Settings.read(empty)).isEqualTo(Settings.read(Map.of()));
    }

    @Test
    void findsMisspeltVariables() {
        assertThat(Settings.unknown(
                        Map.of("OFFRAMP_PROT", "1", "OFFRAMP_PORT", "1", "OFFRAMP_JAVA_HOME", "/", "PATH", "/")))
                .containsExactly("OFFRAMP_PROT");
    }

    @Test
    void isWhatTheManualSays() throws IOException {
        if (Boolean.getBoolean("offramp.rewrite")) {
            Files.writeString(PAGE, SettingsPage.text());
        }

        assertThat(PAGE).as("rewrite it with -Dofframp.rewrite=true").hasContent(SettingsPage.text());
    }
}
