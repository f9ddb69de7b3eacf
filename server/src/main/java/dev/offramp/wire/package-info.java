/// The outside dialect: what a request may look like and what an answer or a webhook looks like.
///
/// Owns the JSON of everything that leaves ([Json][dev.offramp.wire.Json] and the records named `…Json`, one
/// sub-package per resource), the envelopes around answers, the fixed texts ([Message][dev.offramp.wire.Message] and
/// [Refusal][dev.offramp.wire.Refusal], the one table from a refusal to its status), and the strict reading of what
/// comes in ([Form][dev.offramp.wire.Form], [JsonBody][dev.offramp.wire.JsonBody],
/// [QueryString][dev.offramp.wire.QueryString]; [ListForm][dev.offramp.wire.ListForm] for the questions to lists, which
/// can also be answered as a table, [Csv][dev.offramp.wire.Csv]).
///
/// Words: a **form** is the set of fields a request may carry, with the rules between them; a **reason** is one
/// sentence on why a field was refused; the **envelope** is the object around every answer; a **shape** is what is
/// in it ([Shape][dev.offramp.wire.Shape]), and a **key** one member of that, which may say what it means
/// ([Key][dev.offramp.wire.Key]).
///
/// Invariants: a record's components are its closed key set, in their order. Numbers are exact decimals, plain,
/// without exponent or trailing zeros; times are ISO 8601 UTC with milliseconds, or epoch milliseconds where the
/// component is a `long`. An empty `Optional` is left out, never null. Records hold plain values, so that rendering
/// is a function of them alone and every shape has a golden file.
///
/// Used by `http` and by those who render webhooks.
@NullMarked
package dev.offramp.wire;

import org.jspecify.annotations.NullMarked;
