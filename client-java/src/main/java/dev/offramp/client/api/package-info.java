/**
 * What the API takes and answers, generated from its description. A new version of the server may answer members that
 * are not here; they are passed over.
 */
package dev.offramp.client.api;
