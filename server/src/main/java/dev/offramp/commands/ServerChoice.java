package dev.offramp.commands;

import dev.offramp.app.SandboxCredentials;
import dev.offramp.demo.Credentials;
import dev.offramp.demo.DemoFailed;
import dev.offramp.listening.Access;
import dev.offramp.tenancy.Environment;
import dev.offramp.webhooks.WebhookSecret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Which server a command speaks to over HTTP, and as whom: the environment's variables, and where there is none of
/// them the file of the sandbox. Secrets are never options: other users of a machine can read those.
final class ServerChoice {

    private static final String BASE_URL = "BASE_URL";
    private static final String APP_ID = "APP_ID";
    private static final String APP_SECRET = "APP_SECRET";
    private static final String WEBHOOK_SECRET = "WEBHOOK_SECRET";

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The server, ending in /v1; BASE_URL, or the one of the credentials, without it.")
    private String url;

    @Option(
            names = "--credentials",
            paramLabel = "FILE",
            description = "A file like sandbox-credentials.json, which is taken from the data folder without it. The"
                    + " variables APP_ID, APP_SECRET and WEBHOOK_SECRET count before it.")
    private Path file;

    @Option(
            names = "--env",
            paramLabel = "ENVIRONMENT",
            defaultValue = "development",
            description = "development, which is the default, or production.")
    private Environment environment = Environment.DEVELOPMENT;

    Access access(Desk desk) {
        Map<String, String> variables = desk.around().environment();
        Optional<Credentials> written = written(desk);
        try {
            return new Access(
                    Optional.ofNullable(url)
                            .orElseGet(() -> find(variables, BASE_URL, written.map(Credentials::baseUrl)))
                            .replaceFirst("/$", ""),
                    find(variables, APP_ID, written.map(Credentials::appId)),
                    find(variables, APP_SECRET, written.map(Credentials::appSecret)),
                    new WebhookSecret(find(variables, WEBHOOK_SECRET, written.map(Credentials::webhookSecret))),
                    environment);
        } catch (IllegalArgumentException _) {
            throw new CommandRefused(WEBHOOK_SECRET + " is no webhook secret");
        }
    }

    private Optional<Credentials> written(Desk desk) {
        try {
            return Optional.ofNullable(file)
                    .or(() -> Optional.of(desk.settings().data().resolve(SandboxCredentials.FILE))
                            .filter(Files::exists))
                    .map(Credentials::read);
        } catch (DemoFailed e) {
            throw new CommandRefused(e.getMessage());
        }
    }

    private static String find(Map<String, String> variables, String name, Optional<String> written) {
        return Optional.ofNullable(variables.get(name))
                .filter(value -> !value.isBlank())
                .or(() -> written)
                .orElseThrow(() -> new CommandRefused(
                        name + " is not set, and there is no " + SandboxCredentials.FILE + " in the data folder"));
    }
}
