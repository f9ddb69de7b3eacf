/// The API's description of itself, an OpenAPI 3.1 document.
///
/// Nothing is written here that is known elsewhere: paths, parameters and limits are read off the endpoints' routes,
/// what a request may carry off their forms, what an answer holds off the records of `wire` with what their
/// [keys][dev.offramp.wire.Key] say, sentences off their [manuals][dev.offramp.http.Manual], refusals off the one
/// table of them. Examples are real answers: the golden exchanges of the contract suite, which are resources of the
/// program ([Exchanges][dev.offramp.http.openapi.Exchanges]).
@NullMarked
package dev.offramp.http.openapi;

import org.jspecify.annotations.NullMarked;
