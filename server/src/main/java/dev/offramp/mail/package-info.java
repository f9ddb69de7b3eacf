/// E-mail: letters that are to be sent, and what became of each.
///
/// Owns **letters**. One is posted in the transaction of what it tells of, so that nothing is mailed that did not
/// happen and nothing that happened is forgotten; a loop hands it to the **mail server** the settings name. Where none
/// is named nothing is posted, and whoever asks [Mail#isOn][dev.offramp.mail.Mail#isOn] says things in another way.
///
/// A letter waits, then it is sent or given up: given up when the server refuses it for good, or when it is past the
/// time in which it is good for something (a link that has died, news that are old). Between two tries it waits longer
/// each time. Its text lies sealed, since it may hold a link that lets somebody in, and is removed when it has ended;
/// that it was sent is remembered for a month.
///
/// Invariants: no transaction is open while the server is spoken to; a letter is plain text with one recipient, and
/// nothing that anybody typed can become a header; what the server said it took is not sent again. Who dies between
/// that word and writing it down sends it again, under the same `Message-ID`, as SMTP has it.
@NullMarked
package dev.offramp.mail;

import org.jspecify.annotations.NullMarked;
