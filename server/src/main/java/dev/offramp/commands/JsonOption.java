package dev.offramp.commands;

import picocli.CommandLine.Option;

/// How a command answers.
final class JsonOption {

    @Option(names = "--json", description = "Answer in JSON; nothing else goes to standard output.")
    private boolean json;

    boolean on() {
        return json;
    }
}
