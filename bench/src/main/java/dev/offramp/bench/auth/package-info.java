/// What authentication costs, and whether its time tells anything.
///
/// Three measurements, each on a durable PostgreSQL of its own with a hundred credentials:
///
/// 1. `Tenancy.authenticate` alone, by JMH: a right secret, a wrong one, an unknown id, and the keyed hash that each
///    of them begins with.
/// 2. An authenticated read over loopback, beside the same endpoint behind the same transport with no check in front
///    of it: one request at a time, taking turns in random order. The aim is at most 1.3 times its median.
/// 3. "Unknown id" against "wrong secret": pairs in random order, each id one of a hundred, each secret a new one,
///    over loopback and by calling `Tenancy.authenticate`. Compared by Welch's t of their times; the aim is |t| < 4.5.
///    As dudect does it, the test is made of all times and again without those above a percentile of both samples
///    together (the slowest are the machine's doing and hide small differences); the largest |t| counts.
@NullMarked
package dev.offramp.bench.auth;

import org.jspecify.annotations.NullMarked;
