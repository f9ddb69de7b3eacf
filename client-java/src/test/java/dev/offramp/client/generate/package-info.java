/// Writes what is generated of the clients, in three languages, from the API's description: the types and one method
/// for each operation. Everything else of a client is written by hand.
///
/// `Description` reads the document; `JavaCode`, `TypeScriptCode` and `PythonCode` write. `GeneratedTest` holds the
/// files in step with the document, and writes them with `-Dofframp.rewrite=true`.
package dev.offramp.client.generate;
