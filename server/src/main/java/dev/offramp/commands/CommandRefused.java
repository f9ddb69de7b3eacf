package dev.offramp.commands;

/// The end of a command that was understood and not done. The message is the one line its user reads.
///
/// An exception because it must also undo what the command's transaction did so far.
final class CommandRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandRefused(String line) {
        super(line);
    }
}
