/// Who money may go to: bank accounts, whose holder is asked for and shown before one is saved, and addresses.
///
/// What was newly saved may not be withdrawn to before its cooling-off time is over, however it was saved; the lists
/// say when it opens.
@NullMarked
package dev.offramp.dashboard.banks;

import org.jspecify.annotations.NullMarked;
