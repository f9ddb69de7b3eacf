/// What people are about to do with money and have not done yet.
///
/// Owns **drafts**: a form that moves money, as far as it is filled in, kept for one person and one tenant until it is
/// done or thrown away. So a session that ends, a PIN that is wrong or a price that moves loses nothing, and a draft is
/// done at most once, however often its form arrives.
///
/// Also owns the **keys** of other forms that may not be sent twice, because what they make is shown once or replaces
/// something ([Drafts#spend][dev.offramp.drafts.Drafts#spend]).
///
/// Words: a draft is **open** until it is **done**; what it then became is kept with it, so that the second click sees
/// what the first did. A person has one open draft of each kind with a tenant.
///
/// Invariants: who does what a draft says has locked it in the same transaction ([Drafts#lock]
/// [dev.offramp.drafts.Drafts#lock]) and says so before it ends ([Drafts#done][dev.offramp.drafts.Drafts#done]). No PIN
/// and no secret is ever part of a draft. It moves nothing itself and knows no room that does.
@NullMarked
package dev.offramp.drafts;

import org.jspecify.annotations.NullMarked;
