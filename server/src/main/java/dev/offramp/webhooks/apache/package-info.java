/// Calls receivers over the network with Apache HttpClient.
///
/// Receivers are strangers who choose the URL, so nothing they do may cost more than one attempt's time or reach what
/// only this machine can reach: the address is judged after the name look-up and before connecting, on every
/// connection, and that very address is connected to; redirects are not followed; the whole attempt has one deadline
/// that no slow byte can stretch; at most 4 kB of an answer are kept and little more is read.
@NullMarked
package dev.offramp.webhooks.apache;

import org.jspecify.annotations.NullMarked;
