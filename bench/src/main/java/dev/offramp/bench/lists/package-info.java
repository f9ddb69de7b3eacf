/// How long a tenant waits for a part of a very long list.
///
/// A run fills a durable PostgreSQL with the deposits of one tenant, over hundreds of wallets, most of them completed
/// and a few in each rare status, then asks for the first page, a far page, pages by filters common and rare, and a
/// search, each many times, as the endpoint asks them. Every page and total is compared with what was filled in. Then
/// deposits are inserted while the list is read.
@NullMarked
package dev.offramp.bench.lists;

import org.jspecify.annotations.NullMarked;
