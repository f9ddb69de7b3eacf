/// The face for language models: the documentation, and what a business has, as tools of the Model Context Protocol.
///
/// Owns the transport ([Mcp][dev.offramp.mcp.Mcp]: streamable HTTP without sessions, POST alone), the tools
/// ([DocTools][dev.offramp.mcp.DocTools], [AccountTools][dev.offramp.mcp.AccountTools]) and what they need of
/// arguments. The protocol itself is that of the official SDK.
///
/// Words: a **tool** is what a model may call; **credentials** are the headers of the API, which a client of ours sends
/// along with every message.
///
/// Invariants: tools that explain are everybody's; those that read a business's own need its credentials, and are asked
/// of the API itself with them, so that scopes, limits, allow-lists and the request log hold here as they do there. No
/// tool takes a path of a file, a statement or a URL. Nothing that moves money in production is a tool; what makes up
/// deposits in the sandbox is one only where the business said so.
@NullMarked
package dev.offramp.mcp;

import org.jspecify.annotations.NullMarked;
