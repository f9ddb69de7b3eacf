/// What a machine that watches the installation may measure: the face at `/metrics`, in the words of Prometheus.
///
/// Owns no table. [Metrics][dev.offramp.metrics.Metrics] is the entry: a face that answers whoever has the **token**,
/// and what counts requests and lines of the log until somebody asks. A **series** is one number with its labels; a
/// **family** all that share a name; a **scrape** one time all are asked for; a **reading** what the database said for
/// them.
///
/// Invariants: labels are words of a closed list (faces, statuses, components, networks, currencies, kinds of jobs,
/// readers, loops), never a tenant, an address, an amount or an id. The database is asked in one short read-only
/// transaction, every five seconds at most however often is scraped; while it does not answer, what would come from it
/// is absent rather than old, and the scrape is answered all the same, within two seconds. What counts a request costs
/// two additions, and the library is loaded by the first scrape.
///
/// There is no money here, and no arrow to it: this is why the room may use floating point, which the library wants
/// (`RoomsTest`).
@NullMarked
package dev.offramp.metrics;

import org.jspecify.annotations.NullMarked;
