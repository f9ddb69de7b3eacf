/// What a tenant's business comes to: sums per day, and how many deposits, payouts and withdrawals stand where.
///
/// Owns **figures**: what is asked on every visit of a page and must not be counted then. A reader of facts keeps
/// them, a batch of facts with its cursor in one transaction, so that each fact counts exactly once and nothing is
/// written for them in the path of a deposit.
///
/// Words: a **happening** is what a day is summed by ([Happening][dev.offramp.figures.Happening]); a **standing** is
/// what was last told of an object ([Standing][dev.offramp.figures.Standing]). Days are days of UTC.
///
/// Invariants: figures follow from facts alone and can be forgotten and counted anew
/// ([Figures#countAnew][dev.offramp.figures.Figures#countAnew]); happenings only grow, as the books do: what is undone
/// is a happening of its own on the day it is undone. What nobody was told of yet (a deposit without a price) is not
/// counted yet. They are behind the tables by the moment it takes to read a fact.
///
/// Writes no facts. Used by the faces.
@NullMarked
package dev.offramp.figures;

import org.jspecify.annotations.NullMarked;
