/// Reports: ledger lines of any time as a table, and monthly statements.
///
/// Tables are streamed, some transfers at a time, so that a million lines take no more memory than one page; that
/// something was exported is in the audit log. Days are days of UTC.
@NullMarked
package dev.offramp.dashboard.reports;

import org.jspecify.annotations.NullMarked;
