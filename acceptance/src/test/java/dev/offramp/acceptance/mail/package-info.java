/// Letters that the packaged program sends, as the mail server of somebody else gets them. What stands in them and who
/// gets which is shown by the tests of the server; here it is shown that settings, commands and the loop that sends
/// come together.
///
/// A test waits for what it waits for, and never for a time.
@NullMarked
package dev.offramp.acceptance.mail;

import org.jspecify.annotations.NullMarked;
