package dev.offramp.docs;

import java.util.List;
import java.util.Optional;

/// Which pages there are, in the order of the menu. A page that is not here is not part of the site.
final class Contents {

    /// Where the pages of operations begin.
    static final String REFERENCE = "api-reference";

    static final List<Chapter> CHAPTERS = List.of(
            new Chapter("Start", List.of("introduction", "quickstart", "authentication", "testing", "dashboard")),
            new Chapter("Money in", List.of("supported-assets", "deposits", "auto-settlement")),
            new Chapter("Money out", List.of("withdrawals", "banks", "conversion")),
            new Chapter(
                    "How the API works",
                    List.of(
                            "webhooks",
                            "pagination",
                            "errors",
                            "rate-limiting",
                            "idempotency",
                            "clients",
                            "security",
                            "mcp",
                            "moving-from-breet")),
            new Chapter(
                    "Use cases",
                    List.of("use-cases/fintech", "use-cases/ecommerce", "use-cases/payroll", "use-cases/offramp")),
            new Chapter(
                    "Self-hosting",
                    List.of(
                            "self-hosting/install",
                            "self-hosting/first-hour",
                            "self-hosting/settings",
                            "self-hosting/commands",
                            "self-hosting/tls",
                            "self-hosting/keys",
                            "self-hosting/networks",
                            "self-hosting/assets",
                            "self-hosting/rates",
                            "self-hosting/sending-coins",
                            "self-hosting/mail",
                            "self-hosting/monitoring",
                            "self-hosting/status",
                            "self-hosting/incidents",
                            "self-hosting/audit-log",
                            "self-hosting/backup",
                            "self-hosting/scale",
                            "self-hosting/upgrade",
                            "self-hosting/trouble")));

    private Contents() {}

    /// @param paths of its pages, below `/docs/`
    record Chapter(String title, List<String> paths) {}

    static List<String> paths() {
        return CHAPTERS.stream().flatMap(chapter -> chapter.paths().stream()).toList();
    }

    /// Empty for pages that have no place of their own in the menu.
    static Optional<String> chapterOf(String path) {
        return CHAPTERS.stream()
                .filter(chapter -> chapter.paths().contains(path))
                .map(Chapter::title)
                .findFirst();
    }
}
