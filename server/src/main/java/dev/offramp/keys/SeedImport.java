package dev.offramp.keys;

/// What became of an import of seed words.
public sealed interface SeedImport {

    record Imported() implements SeedImport {}

    /// Nothing was changed.
    ///
    /// @param reason one line, without any of the words
    record Refused(String reason) implements SeedImport {}
}
