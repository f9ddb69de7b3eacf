/// The request log: what each tenant's servers asked under `/v1` in the last seven days, and how it was answered.
///
/// Owns [Requests][dev.offramp.requests.Requests] and one row per request whose credential was accepted and whose
/// environment is known. A row says who asked (tenant, app id, address), for what (route, method, path), when and how
/// long it took, and how it ended: status, and for a refusal its message and the names of the fields that were refused.
///
/// It holds no bodies, no queries, no headers and no values of fields, on purpose: they carry PINs, account numbers and
/// names; who may see those is decided where they are kept encrypted, not in a log that whoever develops reads; and
/// what a request led to is found by its id in the books and in the webhook log. Paths are kept, since all they carry
/// is ids and names of our own.
///
/// Requests wait for nothing here. They are **noted** in memory, up to a bound, and written in batches by a step about
/// a second later. What comes beyond the bound is dropped and counted; what was noted and not yet written is lost when
/// the process is killed, and a commit may be lost with the database's machine: the log shows what happened, nothing
/// depends on it. A process that is stopped writes what it has noted first.
///
/// Used by `http`, which notes, and by faces that show it.
@NullMarked
package dev.offramp.requests;

import org.jspecify.annotations.NullMarked;
