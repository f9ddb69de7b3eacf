package dev.offramp.commands;

import picocli.CommandLine.Command;

/// `status`: what everybody reads of the installation.
@Command(
        name = "status",
        description = "The status page: see /docs/self-hosting/status.",
        synopsisSubcommandLabel = "COMMAND")
final class StatusCommand {}
