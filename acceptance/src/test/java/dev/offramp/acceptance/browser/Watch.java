package dev.offramp.acceptance.browser;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// Notices what no visitor should meet: errors on the console (a broken Content-Security-Policy is one), scripts that
/// fail, resources that are missing, answers that blame the server, dialogs that no page of ours opens, and requests to
/// anybody but the site.
final class Watch {

    /// A page that refuses is an answer, not a fault: [#answered] judges answers.
    private static final String REFUSED = "Failed to load resource: the server responded with a status of 4";
    /// What a browser says of a request that a newer page made needless.
    private static final String NEEDLESS = "net::ERR_ABORTED";

    private static final List<String> AWAY = List.of(
            "got no answer", "on the console: htmx:", "on the console: Failed to load resource: net::ERR_CONNECTION");

    private final List<String> faults = new ArrayList<>();
    private final String origin;
    private int documents;

    private Watch(String origin) {
        this.origin = origin;
    }

    static Watch over(Page page, URI site) {
        Watch watch = new Watch(site.getScheme() + "://" + site.getAuthority());
        page.onConsoleMessage(watch::said);
        page.onPageError(error -> watch.faults.add("a script failed: " + error));
        page.onDialog(watch::asked);
        page.onRequest(watch::requested);
        page.onRequestFailed(watch::failed);
        page.onResponse(watch::answered);
        page.onCrash(crashed -> watch.faults.add("the page crashed"));
        return watch;
    }

    private void said(ConsoleMessage message) {
        if (message.type().equals("error") && !message.text().startsWith(REFUSED)) {
            faults.add("on the console: " + message.text());
        }
    }

    private void asked(Dialog dialog) {
        faults.add("a dialog: " + dialog.message());
        dialog.dismiss();
    }

    private void requested(Request request) {
        if (isDocument(request)) {
            documents++;
        }
        String url = request.url();
        if (!url.startsWith(origin + "/") && !url.startsWith("data:") && !url.startsWith("blob:")) {
            faults.add("asked somebody else: " + url);
        }
    }

    private void failed(Request request) {
        if (!NEEDLESS.equals(request.failure())) {
            faults.add("got no answer: " + request.url() + " " + request.failure());
        }
    }

    private void answered(Response response) {
        int tolerated = isDocument(response.request()) ? 499 : 399;
        if (response.status() > tolerated) {
            faults.add(response.status() + " for " + response.url());
        }
    }

    /// Does something while the site is away: that nothing is answered is no fault then.
    void whileAway(Runnable does) {
        int before = faults.size();
        does.run();
        faults.subList(before, faults.size()).removeIf(fault -> AWAY.stream().anyMatch(fault::startsWith));
    }

    private static boolean isDocument(Request request) {
        return request.isNavigationRequest() && request.frame().parentFrame() == null;
    }

    /// How many pages were asked for until now; a page that updates itself asks for none.
    int documents() {
        return documents;
    }

    /// @throws AssertionError with all that was noticed since the last look
    void failIfAny(String where) {
        if (!faults.isEmpty()) {
            AssertionError error = new AssertionError("at " + where + ":\n" + String.join("\n", faults));
            faults.clear();
            throw error;
        }
    }
}
