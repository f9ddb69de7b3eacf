/// Lists: what may be asked of one, and how it is answered however long it grows.
///
/// Owns the meaning of a list's question ([ListQuery][dev.offramp.lists.ListQuery]: page, order, filters, search,
/// dates), the SQL that answers it, and the counts kept for long lists
/// ([ListCheckpoints][dev.offramp.lists.ListCheckpoints] says why they are exact). A room declares the fields of its
/// list beside its store ([ListedTable][dev.offramp.lists.ListedTable]) and hands out a
/// [Listing][dev.offramp.lists.Listing].
///
/// Words: a **field** of a list is named as in the answers and is matched by a declared piece of SQL; the **order** of
/// a list is a column, then the id; a **part** is one page with the number of all that match; a **batch** is some of
/// them, from a place on; a **mark** is a place in the order of a long list whose number is known.
///
/// Invariants: nothing from a request becomes SQL, values are bound. A page and its total are of one moment. The total
/// is exact. No row is written for it in the path of what is listed.
///
/// Used by the rooms that have lists, and by the faces that are asked for them.
@NullMarked
package dev.offramp.lists;

import org.jspecify.annotations.NullMarked;
