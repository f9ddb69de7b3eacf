package dev.offramp.acceptance.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Replaces what differs from run to run, so that an exchange is the same in each; the same value is the same
/// placeholder throughout an exchange, and looks like what it stands for.
final class Placeholders {

    private static final Pattern ID = Pattern.compile("(?:\\b|(?<=\\b(wd|po)))[0-9a-f]{24}\\b");
    private static final Pattern HASH = Pattern.compile("(?:\\b|(?<=\\b0x))[0-9a-f]{64}\\b");
    private static final Pattern SOLANA_ADDRESS = Pattern.compile("\\b[1-9A-HJ-NP-Za-km-z]{43,44}\\b");
    private static final Pattern VAULT_ID = Pattern.compile("(?<=\"vaultId\" : \")\\d+");
    private static final Pattern VAULT_CELL = Pattern.compile("(?<=_TEST|_JKVK|,)\\d{1,4}(?=,true)");
    private static final Pattern HEIGHT = Pattern.compile("(?<=\"blockHeight\" : \")\\d+");

    private final Set<String> stable;
    private final Map<String, String> chosen = new HashMap<>();
    private final Map<String, Integer> count = new HashMap<>();

    /// @param stable ids that are the same in every installation
    Placeholders(Set<String> stable) {
        this.stable = stable;
    }

    String in(String text) {
        String result = replace(text, ID, "id", "66f0000000000000000000%02d"::formatted);
        result = replace(result, HASH, "hash", n -> "ab".repeat(31) + "%02d".formatted(n));
        result = replace(result, SOLANA_ADDRESS, "address", n -> "So1".repeat(14) + n);
        result = replace(result, VAULT_ID, "vault", String::valueOf);
        result = replace(result, VAULT_CELL, "vault", String::valueOf);
        result = replace(result, HEIGHT, "height", n -> String.valueOf(100 + n));
        if (result.contains("\"blockInfo\"")) {
            // How often it was told of before, and how deep it lay, is a matter of moments.
            result = result.replaceAll("(?<=\"(sequence|confirmations)\" : )\\d+", "3");
        }
        return result.replaceAll("\\b\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z", "2026-01-01T00:00:00.000Z")
                .replaceAll("\\b1[789]\\d{11}\\b", "1767225600000")
                .replaceAll("(?<![A-Za-z0-9])B-[A-Z0-9]{6}(?![A-Z0-9])", "B-ABC123")
                .replaceAll("(localhost|127\\.0\\.0\\.1):\\d+", "$1:8080");
    }

    private String replace(String text, Pattern pattern, String kind, IntFunction<String> placeholder) {
        Matcher matcher = pattern.matcher(text);
        return matcher.replaceAll(match -> stable.contains(match.group())
                ? match.group()
                : chosen.computeIfAbsent(
                        kind + match.group(), _ -> placeholder.apply(count.merge(kind, 1, Integer::sum))));
    }
}
