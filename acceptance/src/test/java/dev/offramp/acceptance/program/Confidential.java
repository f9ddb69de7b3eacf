package dev.offramp.acceptance.program;

import dev.offramp.secrets.Purpose;
import dev.offramp.secrets.ServerKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bitcoinj.crypto.MnemonicCode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// All that clients and programs of a run know and nobody else may: API secrets, webhook secrets, PINs, account numbers
/// and names, keys, seeds, passphrases. Whatever a program leaves behind for others to read is searched for it.
///
/// A failure names the kind of secret and the line it was found in, without the secret.
final class Confidential {

    /// Of the whole run: what one test made must not turn up in what another one left.
    static final Confidential OF_THIS_RUN = new Confidential();

    private static final Set<String> FIELDS =
            Set.of("pin", "appSecret", "webhookSecret", "accountNumber", "accountName");
    private static final Set<String> OPTIONS = Set.of("--pin", "--account", "--name-on-account");

    /// Shorter ones are no secrets but bad input.
    private static final int LENGTH_MIN = 4;
    /// Of a line of a log: it is full of digits.
    private static final Pattern TIME = Pattern.compile("(?m)^\\d{4}-\\d\\d-\\d\\d[T ]\\S+( \\w+ \\[\\d+])?");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, String> kinds = new ConcurrentHashMap<>();

    void remember(String kind, String secret) {
        if (secret.length() >= LENGTH_MIN) {
            kinds.putIfAbsent(secret, kind);
        }
    }

    /// What of a body or an answer is nobody's business.
    void rememberFields(String json) {
        try {
            rememberFields(JSON.readTree(json));
        } catch (JacksonException _) {
            // Some tests send what is no JSON.
        }
    }

    void rememberFields(JsonNode node) {
        node.properties().forEach(field -> {
            if (FIELDS.contains(field.getKey()) && field.getValue().isString()) {
                remember(field.getKey(), field.getValue().asString());
            }
            rememberFields(field.getValue());
        });
        if (node.isArray()) {
            node.forEach(this::rememberFields);
        }
    }

    /// `--pin 1234` of a command.
    void rememberOptions(List<String> arguments) {
        for (int i = 1; i < arguments.size(); i++) {
            if (OPTIONS.contains(arguments.get(i - 1))) {
                remember(arguments.get(i - 1), arguments.get(i));
            }
        }
    }

    /// The key files as they are, the sandbox seed as it is used, and its words.
    void rememberKeys(Path folder) {
        byte[] key = HexFormat.of().parseHex(text(folder.resolve("server.key")));
        rememberBytes("server key", key);
        byte[] seed = new ServerKey(key, new Random(1))
                .open(Purpose.SANDBOX_SEED, HexFormat.of().parseHex(text(folder.resolve("sandbox.seed"))));
        rememberBytes("sandbox seed", seed);
        remember("words of the sandbox seed", String.join(" ", MnemonicCode.INSTANCE.toMnemonic(seed)));
    }

    void rememberFile(String kind, Path file) {
        remember(kind, text(file));
    }

    private void rememberBytes(String kind, byte[] bytes) {
        remember(kind, HexFormat.of().formatHex(bytes));
        remember(kind, HexFormat.of().withUpperCase().formatHex(bytes));
        remember(kind, Base64.getEncoder().encodeToString(bytes));
    }

    /// @throws AssertionError when any of it is in `text`
    void search(String where, String text) {
        String plain = TIME.matcher(text).replaceAll("");
        List<String> found = new ArrayList<>();
        kinds.forEach((secret, kind) -> {
            if (plain.contains(secret)) {
                lines(plain, secret).forEach(line -> found.add(kind + " in " + where + ": " + line));
            }
        });
        if (!found.isEmpty()) {
            throw new AssertionError(String.join("\n", found));
        }
    }

    /// Every file below `folder` that is a log; with a database elsewhere there may be no folder.
    void searchLogs(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> logs = all.filter(path -> path.getFileName().toString().contains(".log"))
                    .toList();
            for (Path log : logs) {
                search(log.getFileName().toString(), text(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A number is found only where it is one by itself: others may contain it.
    private static List<String> lines(String text, String secret) {
        Pattern alone = Pattern.compile("(?<![0-9A-Za-z])" + Pattern.quote(secret) + "(?![0-9A-Za-z])");
        return text.lines()
                .filter(line -> alone.matcher(line).find())
                .map(line -> line.replace(secret, "***"))
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
