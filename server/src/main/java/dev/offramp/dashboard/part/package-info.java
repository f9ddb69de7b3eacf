/// What pages are made of, as values: badges, amounts and times as people read them, pagers, charts. The templates
/// below `tag` draw them.
@NullMarked
package dev.offramp.dashboard.part;

import org.jspecify.annotations.NullMarked;
