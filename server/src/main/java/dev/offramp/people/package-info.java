/// Who signs in to the dashboard, and what they are to a business.
///
/// Owns persons, passwords, second factors, passkeys, sessions, memberships, invitations and sign-up; knows neither
/// pages nor HTTP. Its entry is [People][dev.offramp.people.People], which hands out one part per subject.
///
/// Words: a **person** is known by an address; a **second factor** is an authenticator app or a passkey, for both of
/// which a **recovery code** stands in; a **step** is the time between a right password and the second factor; a
/// session is **fresh** for ten minutes after a full sign-in; a **device** is a browser that signed in before; a
/// **budget** is how many tries somebody has.
///
/// Invariants: tokens and recovery codes are kept as keyed hashes, TOTP secrets sealed, passwords as Argon2id, which is
/// computed outside of transactions, at most two at a time. An unknown address and a wrong password have the same
/// answer and the same work, also where a try is told for the audit log. Each try is paid for before it is looked at,
/// in rows, so that budgets hold across
/// processes, and no budget of one source closes an account to another. A code, a challenge and a link work once. A
/// rise of what a session may do gives it a new token. A business keeps an owner who can sign in.
///
/// What the room changes by itself is told to a [Witness][dev.offramp.people.Witness] in the same transaction; what
/// others change through it happens in their transaction. Writes no facts.
@NullMarked
package dev.offramp.people;

import org.jspecify.annotations.NullMarked;
