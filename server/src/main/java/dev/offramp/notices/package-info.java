/// Tells people what they should know: in the dashboard, and by e-mail where the settings name a mail server.
///
/// Owns **notices**. What happened is **news**: of a [kind][dev.offramp.notices.Kind], about somebody or something
/// ([About][dev.offramp.notices.About]), in a sentence and with a page to go to. Its kind says whom it concerns: the
/// roles of a business, one person about their own account, or the operators. Each of them gets a notice of their own,
/// which they read or have mailed as they chose; news about the security of one's own account are always mailed.
///
/// News come from three sources, and none of them waits for us. A reader of facts tells of money, a batch at a time
/// and many of one kind as one. A reader of the audit log tells of what people did; it follows the entries by their
/// numbers, which have no gaps. The third looks every few seconds at how things stand, and tells of a **condition**
/// once when it has lasted long enough (an endpoint that fails, a frozen account, a chain without a node).
///
/// Invariants: a notice exists once for each who is concerned, however often a process dies; it names no amount, no
/// account and no secret, for letters lie about unsealed; nobody is told of a business they are not in, and who leaves
/// one loses its notices. Letters gather what happened within ten minutes, unless it is about security.
///
/// Writes no facts. Used by the faces, which also have it word the letters with links.
@NullMarked
package dev.offramp.notices;

import org.jspecify.annotations.NullMarked;
