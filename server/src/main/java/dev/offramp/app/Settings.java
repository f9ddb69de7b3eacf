package dev.offramp.app;

import dev.offramp.db.DatabaseAddress;
import dev.offramp.db.StartRefused;
import dev.offramp.mail.MailAddress;
import dev.offramp.mail.SmtpUrl;
import dev.offramp.metrics.MetricsToken;
import dev.offramp.people.SignUpRule;
import dev.offramp.traces.TracesUrl;
import dev.offramp.web.TlsFiles;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All settings of the program, read once from the environment. `docs/site/self-hosting/settings.md` is made from this
/// record.
public record Settings(
        @Setting(
                env = "OFFRAMP_PORT",
                value = "8080",
                min = 0,
                max = 65535,
                doc = "Port the server listens on. 0 takes any free one; the ready line says which.")
        int port,

        @Setting(
                env = "OFFRAMP_BIND",
                value = "0.0.0.0",
                doc = "Address the server listens on. 0.0.0.0 is all of them; 127.0.0.1 keeps it to this machine.")
        InetAddress bind,

        @Setting(
                env = "OFFRAMP_PUBLIC_URL",
                doc = "How clients reach the server from outside, such as https://pay.example.com. It goes into"
                        + " sandbox-credentials.json and into the links of letters; without it they name localhost and"
                        + " the port.")
        Optional<URI> publicUrl,

        @Setting(
                env = "OFFRAMP_TLS_CERTIFICATE_FILE",
                doc = "PEM file of the certificate to serve HTTPS under, the server's own first, then the chain."
                        + " Together with OFFRAMP_TLS_KEY_FILE. A renewed certificate is noticed within seconds and"
                        + " no request is dropped. Without it the server speaks plain HTTP.")
        Optional<Path> tlsCertificateFile,

        @Setting(
                env = "OFFRAMP_TLS_KEY_FILE",
                doc = "PEM file of the certificate's private key (RSA or elliptic curve), not encrypted, readable by"
                        + " the server alone.")
        Optional<Path> tlsKeyFile,

        @Setting(
                env = "OFFRAMP_DATA",
                value = "data",
                doc = "Folder of everything the program keeps: the embedded PostgreSQL, the keys, the first"
                        + " credentials. Relative to where the program is started. Back it up.")
        Path data,

        @Setting(
                env = "OFFRAMP_KEYS",
                doc = "Folder of the server key and the seeds, mode 600, kept outside the database on purpose. Without"
                        + " it: keys in the data folder. The database remembers their fingerprints, and a program with"
                        + " other keys refuses to start.")
        Optional<Path> keysFolder,

        @Setting(
                env = "OFFRAMP_DATABASE_URL",
                doc = "A PostgreSQL server of your own, version 15 or newer, instead of the embedded one:"
                        + " postgresql://user:password@host:5432/database. The role must own the database. Several"
                        + " processes may share it.")
        Optional<DatabaseAddress> database,

        @Setting(
                env = "OFFRAMP_DATABASE_CONNECTIONS",
                value = "16",
                min = 2,
                max = 50,
                doc = "Most connections to the database this process holds at once. More than a few per processor core"
                        + " of the database's machine make it slower.")
        int databaseConnections,

        @Setting(
                env = "OFFRAMP_PRODUCTION",
                value = "off",
                doc = "on lets requests into the production environment, where chains and money are real. Needs"
                        + " OFFRAMP_KEY_PASSPHRASE_FILE.")
        boolean production,

        @Setting(
                env = "OFFRAMP_KEY_PASSPHRASE_FILE",
                doc = "File with the passphrase that the production seed is encrypted under. Keep it apart from the"
                        + " data folder and its backups: together they are the money.")
        Optional<Path> keyPassphraseFile,

        @Setting(
                env = "OFFRAMP_ALLOW_LOOPBACK_HTTP",
                value = "off",
                doc = "on allows plain HTTP in production to clients on this machine. Everybody else needs HTTPS:"
                        + " the server's own, or a trusted proxy's.")
        boolean allowLoopbackHttp,

        @Setting(
                env = "OFFRAMP_TRUSTED_PROXIES",
                doc = "Addresses or ranges (10.0.0.0/8) of the proxies in front of the server, parted by commas. Only"
                        + " from them are X-Forwarded-For and X-Forwarded-Proto believed.")
        List<String> trustedProxies,

        @Setting(
                env = "OFFRAMP_SIGN_UP",
                value = "invitation",
                doc = "Who may found a business in the dashboard: open lets everybody, invitation wants one of an"
                        + " operator, closed leaves it to the command line. Invitations into a business that exists"
                        + " work with each.")
        SignUpRule signUp,

        @Setting(
                env = "OFFRAMP_SMTP_URL",
                doc = "Mail server that letters to people are handed to: smtp://user:password@mail.example.com:587,"
                        + " or smtps:// where TLS begins with the connection (port 465). Reserved characters of user"
                        + " and password are percent-encoded. With smtp the server must offer STARTTLS; only to one on"
                        + " this machine letters go in the clear. Together with OFFRAMP_MAIL_FROM. Without it nothing"
                        + " is mailed: links are shown to whoever makes them, and notices stand in the dashboard"
                        + " alone.")
        Optional<SmtpUrl> smtpUrl,

        @Setting(
                env = "OFFRAMP_MAIL_FROM",
                doc = "Who letters are from: no-reply@example.com, or Offramp <no-reply@example.com>.")
        Optional<MailAddress> mailFrom,

        @Setting(
                env = "OFFRAMP_ALLOW_LOOPBACK_WEBHOOKS",
                value = "off",
                doc = "on lets production webhooks go to receivers on this machine. In development they always may;"
                        + " other private addresses are refused in both.")
        boolean allowLoopbackWebhooks,

        @Setting(
                env = "OFFRAMP_WEBHOOK_SENDER_ADDRESSES",
                doc = "Addresses or ranges that webhooks come from as receivers see them, parted by commas. The server"
                        + " cannot know them; what stands here is shown to businesses, whose receivers may accept no"
                        + " others. Without it the dashboard says that they are not stated.")
        List<String> webhookSenderAddresses,

        @Setting(
                env = "OFFRAMP_STATUS_INCIDENT_MINUTES",
                value = "5",
                min = 0,
                max = 1440,
                doc = "How many minutes a component of the status page must be down before an incident is opened by"
                        + " itself, and told to subscribers. 0 opens it at once.")
        int statusIncidentMinutes,

        @Setting(
                env = "OFFRAMP_TRACES_URL",
                doc = "Collector that spans are sent to by OTLP over HTTP: http://127.0.0.1:4318/v1/traces, or"
                        + " https://user:password@traces.example.com/v1/traces. Reserved characters of user and"
                        + " password are percent-encoded. Without it nothing is traced.")
        Optional<TracesUrl> tracesUrl,

        @Setting(
                env = "OFFRAMP_METRICS_TOKEN",
                doc = "What Prometheus must show as Authorization: Bearer to read /metrics: 16 or more of letters,"
                        + " digits and - . _ ~ + /, such as openssl rand -hex 32 prints. Without it there is no such"
                        + " path and nothing is counted.")
        Optional<MetricsToken> metricsToken,

        @Setting(
                env = "OFFRAMP_NETWORKS_FILE",
                doc = "JSON file that describes the real networks: node URLs, confirmations, tokens. Without it"
                        + " production has no network, and its assets are shown as not active.")
        Optional<Path> networksFile,

        @Setting(
                env = "OFFRAMP_SANDBOX_BLOCK_MS",
                value = "1000",
                min = 10,
                max = 600_000,
                doc = "Milliseconds between two blocks of the sandbox's simulated chains. A sandbox deposit is settled"
                        + " after a few of them.")
        Duration sandboxBlock,

        @Setting(
                env = "OFFRAMP_SANDBOX_SEED",
                value = "1",
                doc = "Number that the simulated chains derive their block and transaction hashes from.")
        long sandboxSeed,

        @Setting(
                env = "OFFRAMP_SANDBOX_WEBHOOK_URL",
                doc = "URL that receives the events of the sandbox integration. It is saved at start and takes the"
                        + " place of the one set this way before.")
        Optional<URI> sandboxWebhookUrl,

        @Setting(
                env = "OFFRAMP_LOG",
                value = "text",
                doc = "How the log is written to standard error: text, or json with one object a line.")
        Logging.Form log,

        @Setting(
                env = "OFFRAMP_LOG_LEVEL",
                value = "info",
                doc = "What is logged: debug, info, warn or error. Secrets are logged at no level.")
        Logging.Threshold logLevel) {

    static final String PREFIX = "OFFRAMP_";

    /// Reads the settings; an empty variable counts as one that is not set.
    ///
    /// @throws StartRefused when a value cannot be used; the line names the variable
    public static Settings read(Map<String, String> environment) {
        Settings settings = SettingsReader.read(environment);
        if (settings.production && settings.keyPassphraseFile.isEmpty()) {
            throw new StartRefused("OFFRAMP_PRODUCTION=on needs OFFRAMP_KEY_PASSPHRASE_FILE");
        }
        if (settings.tlsCertificateFile.isPresent() != settings.tlsKeyFile.isPresent()) {
            throw new StartRefused(
                    "OFFRAMP_TLS_CERTIFICATE_FILE and OFFRAMP_TLS_KEY_FILE are set together or not at all");
        }
        if (settings.smtpUrl.isPresent() != settings.mailFrom.isPresent()) {
            throw new StartRefused("OFFRAMP_SMTP_URL and OFFRAMP_MAIL_FROM are set together or not at all");
        }
        return settings;
    }

    /// Variables that look like settings but are none, most likely misspelt.
    public static List<String> unknown(Map<String, String> environment) {
        return environment.keySet().stream()
                .filter(name -> name.startsWith(PREFIX))
                .filter(name -> !SettingsReader.names().contains(name) && !SettingsPage.OTHERS.containsKey(name))
                .sorted()
                .toList();
    }

    /// The files of the certificate; empty for plain HTTP.
    Optional<TlsFiles> tls() {
        return tlsCertificateFile.flatMap(certificate -> tlsKeyFile.map(key -> new TlsFiles(certificate, key)));
    }

    /// Folder of the server key and the seeds.
    public Path keys() {
        return keysFolder.orElseGet(() -> data.resolve("keys"));
    }
}
