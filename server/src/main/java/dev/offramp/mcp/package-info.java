/// The face for language models: the documentation, and what a business has, as tools of the Model Context Protocol.
///
/// Owns the transport ([Mcp][dev.offramp.mcp.Mcp]: streamable HTTP without sessions, POST alone), the tools
/// ([DocTools][dev.offramp.mcp.DocTools], [AccountTools][dev.offramp.mcp.AccountTools],
/// [SandboxTools][dev.offramp.mcp.SandboxTools]), whom each is for, and what they need of arguments. The protocol
/// itself is that of the official SDK.
///
/// Words: a **tool** is what a model may call; a **sandbox tool** makes something up in the sandbox; **credentials**
/// are the headers of the API, which a client of ours sends along with every message.
///
/// Invariants: tools that explain are everybody's; those of a business need its credentials, and are asked of the API
/// itself with them, so that scopes, limits, allow-lists and the request log hold here as they do there. No tool takes
/// a path of a file, a statement or a URL. Nothing in production is changed by a tool. Sandbox tools are there only for
/// credentials that the API would take in development, of a business whose owner switched them on: that is asked of
/// `tenancy` anew for each message, and where nobody can say it, they are not there.
@NullMarked
package dev.offramp.mcp;

import org.jspecify.annotations.NullMarked;
