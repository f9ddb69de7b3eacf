/// How long a backup of a large installation takes, and its way back, and how much memory.
///
/// Fills an installation with the tables that grow most, sealed bodies of webhooks and the request log, until it is as
/// large as asked. Then the program's own commands run as processes of their own with a heap of 256 MB: `backup`, and
/// `restore` into another folder, which reads the file twice and checks the books.
@NullMarked
package dev.offramp.bench.backup;

import org.jspecify.annotations.NullMarked;
