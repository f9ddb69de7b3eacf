/// What everybody is told of incidents, and who is told by letter or webhook.
///
/// Owns **incidents (status)**: something is or was wrong with some components, and what was said of it, step by step.
/// People write them, and the room `health` does when it found something; each change is told to all **subscribers** in
/// the transaction of the change ([Bulletins][dev.offramp.bulletins.Bulletins] is the entry).
///
/// Anybody may subscribe, without an account ([Subscribers][dev.offramp.bulletins.Subscribers]): a URL that answers the
/// probe, or an address that confirms by a link. Every letter and every message has the link that ends it.
///
/// Invariants: an address gets one letter until it has confirmed, and at most one a day, whoever asks for it;
/// whoever asks learns nothing of who is told; how often is counted by network and over all. A URL is judged as one
/// of production is, wherever it is named, and is forgotten when it says so (410) or takes nothing for a day. What
/// is told names no business and no amount. No receiver is called within a transaction.
///
/// Owns `status_incident`, `status_update`, `status_subscriber`, `status_message` and `status_budget`. Writes no facts.
@NullMarked
package dev.offramp.bulletins;

import org.jspecify.annotations.NullMarked;
