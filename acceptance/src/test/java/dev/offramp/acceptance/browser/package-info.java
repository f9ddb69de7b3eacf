/// A person at a browser: headless Chromium on the packaged program, found by role and words, never by an id of a
/// page. Whatever a window notices that no visitor should meet (a script that fails, a resource that is missing, a
/// policy that is broken, a request to somebody else) fails the test in which it happens.
@NullMarked
package dev.offramp.acceptance.browser;

import org.jspecify.annotations.NullMarked;
