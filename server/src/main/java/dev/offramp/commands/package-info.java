/// The command line.
///
/// Owns [Main][dev.offramp.commands.Main], one class per group of commands, and how answers are printed: a record or a
/// list of them, as lines for people or, with `--json`, as JSON and nothing else on standard output.
///
/// A command joins the running server through its database, else it opens the installation alone and closes it again.
/// A command's "no" ([CommandRefused][dev.offramp.commands.CommandRefused], and whatever keeps the installation from
/// opening) is one line on standard error and exit code 1; a wrong command line is exit code 2.
///
/// Invariants: commands decide nothing that a room could decide; secrets are printed only by the command that made
/// them. Uses every room; used by nobody.
@NullMarked
package dev.offramp.commands;

import org.jspecify.annotations.NullMarked;
