package dev.offramp.notices;

import java.time.Duration;

/// How something stands that somebody should know if it lasts.
///
/// @param key the same at every look for as long as it lasts
/// @param tellAfter how long it must last
record Condition(String key, Duration tellAfter, News news) {}
