/// Forms: fields with a label and a way to be read, and what was typed into them with what is wrong with it.
///
/// A page declares its fields once ([Fields][dev.offramp.dashboard.form.Fields] makes them); a
/// [Form][dev.offramp.dashboard.form.Form] keeps what was typed, secrets apart, so that nobody types anything twice.
@NullMarked
package dev.offramp.dashboard.form;

import org.jspecify.annotations.NullMarked;
