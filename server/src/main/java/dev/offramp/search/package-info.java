/// Finds the passages of a few hundred pages that answer a question.
///
/// Owns the index ([PassageIndex][dev.offramp.search.PassageIndex], in memory, made anew with the program) and how
/// words are compared: stems, what people call things by other names ([Synonyms][dev.offramp.search.Synonyms]), words
/// under which a page is looked for ([Keywords][dev.offramp.search.Keywords]), letters that were mistyped.
///
/// Words: a **passage** is what stands below one heading of a page.
///
/// Invariants: a query is words and nothing else, whatever is in it; it has a length that is looked at and a number of
/// words that are looked for. Nothing is found that is not a passage given. What passages say is of no concern here,
/// and no money is: the only room in which a number may be a floating one, since ranks are.
@NullMarked
package dev.offramp.search;

import org.jspecify.annotations.NullMarked;
