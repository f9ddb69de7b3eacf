/// The face that speaks to people: pages of businesses, of operators and of oneself.
///
/// Owns the list of pages ([Pages][dev.offramp.dashboard.Pages]; one class per page or action, in sub-packages by
/// resource), routing, who may come to which page ([Access][dev.offramp.dashboard.Access],
/// [Permission][dev.offramp.dashboard.Permission]), cookies, and the frame around pages. It calls the same entry
/// classes as `http` and never that room.
///
/// A page is a class that implements [Page][dev.offramp.dashboard.Page]: where it lies, who may come, what its form
/// carries, and what it answers a [Visit][dev.offramp.dashboard.Visit]. Its template lies at
/// `server/src/main/jte/<resource>/<page>.jte` and is compiled into the page's package: `show.jte` becomes
/// `JteshowGenerated`, whose `render` takes what the template declares. Templates below `tag` draw what all pages have.
///
/// Words: a **visit** is somebody at a page, after everything was checked; a **deed** is what was done, for the audit
/// log; a **note** is a sentence shown once, on the page after it.
///
/// Invariants: what changes something is a form (POST) with the token of its session, from a page of ours, and ends in
/// a redirect; its deed commits with it ([commit][dev.offramp.dashboard.Visit#commit]). Unknown business, unknown id
/// and somebody else's are the same page. Every page is escaped by its templates and has no script or style in it;
/// account numbers are masked by role; no secret is ever put back into a form.
@NullMarked
package dev.offramp.dashboard;

import org.jspecify.annotations.NullMarked;
