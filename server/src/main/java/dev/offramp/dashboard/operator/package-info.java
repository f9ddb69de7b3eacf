/// The pages of those who run the installation that are about all of it: what needs attention, the books, the audit
/// log, the background work, the finder.
///
/// [OperatorPages][dev.offramp.dashboard.operator.OperatorPages] is the list of all operators' pages in the order of
/// their menu; the others lie beside this package by what they are about. A later page joins that list and the table of
/// [Health][dev.offramp.dashboard.operator.Health]. Whoever is no operator gets to know of none of them.
@NullMarked
package dev.offramp.dashboard.operator;

import org.jspecify.annotations.NullMarked;
