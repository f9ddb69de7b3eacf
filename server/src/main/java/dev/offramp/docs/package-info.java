/// The face that explains: guides, use cases, self-hosting, and a page for every operation of the API.
///
/// Owns the pages ([Library][dev.offramp.docs.Library]), their order ([Contents][dev.offramp.docs.Contents]), how
/// Markdown becomes HTML, search over them, and the lists that machines read (`/llms.txt`, `/sitemap.xml`).
///
/// Pages are Markdown in `docs/site`, brought along by the program; how they are written is said in CONTRIBUTING.
/// Pages of operations are written here, from `/openapi.json` and nothing else, so that they say what answers
/// requests. All of them are one text: what a browser shows, what lies at the same path with `.md`, what is
/// searched, what a model is given.
///
/// Words: a **page** has a path below `/docs`; a **live part** is a table that the running server makes
/// (`{{supported-assets}}`); a **chapter** is a heading of the menu.
///
/// Invariants: every page can be read without a script, asks no other host for anything, and needs no database. Nothing
/// here depends on who asks.
@NullMarked
package dev.offramp.docs;

import org.jspecify.annotations.NullMarked;
