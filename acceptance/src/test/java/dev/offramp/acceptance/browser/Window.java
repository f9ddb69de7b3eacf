package dev.offramp.acceptance.browser;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/// A window of a browser and the page in it. Its cookies are its own, and those of its other tabs.
public final class Window extends Part implements AutoCloseable {

    private final Page page;
    private final URI site;
    private final Watch watch;

    Window(Page page, URI site) {
        super(page.locator("body"));
        this.page = page;
        this.site = site;
        this.watch = Watch.over(page, site);
    }

    /// Another tab of the same person.
    public Window tab() {
        return new Window(page.context().newPage(), site);
    }

    /// Goes to a path of the site.
    public void open(String path) {
        page.navigate(site.resolve(path).toString());
        failIfAnythingIsWrong();
    }

    public void reload() {
        page.reload();
        failIfAnythingIsWrong();
    }

    public void back() {
        page.goBack();
    }

    /// The path one is at, without its query.
    public String path() {
        return URI.create(page.url()).getPath();
    }

    public String title() {
        return page.title();
    }

    public void look(Look look) {
        if (page.viewportSize().width != look.width) {
            page.setViewportSize(look.width, look.height);
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.scheme));
    }

    /// Does something that must not ask for another page: what changes, changes by itself.
    public void withoutReload(Runnable does) {
        int before = watch.documents();
        does.run();
        if (watch.documents() != before) {
            throw new AssertionError("another page was loaded at " + page.url());
        }
    }

    /// Does something while the site does not answer.
    public void whileAway(Runnable does) {
        watch.whileAway(does);
    }

    /// Does something until the site has answered a request of the page that it leads to.
    ///
    /// @param path what the request's path ends with
    public void untilAnswered(String path, Runnable does) {
        page.waitForResponse(answer -> URI.create(answer.url()).getPath().endsWith(path), does);
    }

    /// Follows a link, or presses a button, that gives a file; its text.
    public String download(String words) {
        Locator giver = named(AriaRole.LINK, words).or(named(AriaRole.BUTTON, words));
        Download download = page.waitForDownload(giver::click);
        try {
            return Files.readString(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As on a keyboard: `Tab`, `Enter`, `Escape`, `Shift+Tab`, or text.
    public void key(String key) {
        page.keyboard().press(key);
    }

    public void type(String text) {
        page.keyboard().type(text);
    }

    /// From now on, what the site answers at this path says something else in the place of `from`: what somebody can do
    /// who owns the browser.
    public void rewrite(String path, String from, String to) {
        page.route(site.resolve(path).toString(), route -> {
            APIResponse answer = route.fetch();
            String text = answer.text();
            if (!text.contains(from)) {
                throw new AssertionError("no " + from + " in " + text);
            }
            route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(text.replace(from, to)));
        });
    }

    /// Elements, handlers and addresses on the page that are no work of ours; a line each, and one more when a script
    /// ran that somebody typed.
    public List<String> injected() {
        return Script.lines(page, "injected.js");
    }

    /// The same of the HTML of a page that is not open, as this browser reads it.
    public List<String> injectedInto(String html) {
        return Script.lines(Script.run(page, "injected.js", html));
    }

    /// All text of the page, what stands in its fields included.
    public String allText() {
        return Script.run(page, "shown.js").toString();
    }

    /// Is from now on who is known by these cookies.
    public void become(Map<String, String> known) {
        page.context()
                .addCookies(known.entrySet().stream()
                        .map(each -> new Cookie(each.getKey(), each.getValue()).setUrl(site.toString()))
                        .toList());
    }

    public List<Cookie> cookies() {
        return page.context().cookies();
    }

    Page page() {
        return page;
    }

    /// What one sees, for somebody who looks for a fault.
    public void picture(java.nio.file.Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    /// @throws AssertionError when the page met what no visitor should
    public void failIfAnythingIsWrong() {
        watch.failIfAny(page.url());
    }

    /// Looks a last time at what was noticed.
    @Override
    public void close() {
        String where = page.url();
        page.close();
        if (page.context().pages().isEmpty()) {
            page.context().close();
        }
        watch.failIfAny(where);
    }
}
