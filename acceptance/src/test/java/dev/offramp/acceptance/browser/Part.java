package dev.offramp.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import dev.offramp.acceptance.program.Confidential;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/// A page, or a part of one, as a person uses it: things have a role and words. Everything waits until it can be done,
/// as a person would, and fails when that takes too long.
public class Part {

    private static final double SOON_MS = 15_000;

    private final Locator root;

    Part(Locator root) {
        this.root = root;
    }

    /// Does what may fail, and says then where one was and what the page complained of.
    private void act(Runnable act) {
        try {
            act.run();
        } catch (PlaywrightException | AssertionError e) {
            throw new AssertionError(e.getMessage() + "\n" + where(), e);
        }
    }

    private String where() {
        Page page = root.page();
        return "at " + URI.create(page.url()).getPath() + ", where it says "
                + page.locator("h1, [role=alert], [role=status], .error").allInnerTexts();
    }

    /// Types into the field with this label; what was in it is gone.
    public void fill(String label, String text) {
        Locator field = field(label);
        if ("password".equals(field.getAttribute("type"))) {
            Confidential.OF_THIS_RUN.remember(label, text);
        }
        act(() -> field.fill(text));
    }

    /// Takes an option of a list by its words.
    public void choose(String label, String option) {
        act(() -> field(label).selectOption(new SelectOption().setLabel(option)));
    }

    /// The same by some of the words.
    public void chooseLike(String label, String words) {
        Locator option = field(label).locator("option").filter(new Locator.FilterOptions().setHasText(words));
        choose(label, option.first().innerText().strip());
    }

    /// Ticks a box or takes one of several.
    public void tick(String label) {
        act(() -> field(label).check());
    }

    public void untick(String label) {
        act(() -> field(label).uncheck());
    }

    /// What stands in a field.
    public String valueOf(String label) {
        return field(label).inputValue();
    }

    public void press(String button) {
        act(() -> named(AriaRole.BUTTON, button).click());
    }

    public void follow(String link) {
        act(() -> named(AriaRole.LINK, link).click());
    }

    /// Opens or closes what is folded under these words.
    public void unfold(String words) {
        act(() -> root.locator("summary")
                .filter(new Locator.FilterOptions().setHasText(words))
                .click());
    }

    public void see(String text) {
        awaits(text, Duration.ofMillis((long) SOON_MS));
    }

    /// The same for what takes its time.
    public void awaits(String text, Duration patience) {
        seeOne(visible(text), patience.toMillis());
    }

    public void doesNotSee(String text) {
        assertThat(visible(text)).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(SOON_MS));
    }

    /// The page says what it is about in its first heading.
    public void seeHeading(String words) {
        seeOne(named(AriaRole.HEADING, words), SOON_MS);
    }

    /// What went well, said after it.
    public void seeNotice(String text) {
        seeIn(AriaRole.STATUS, text);
    }

    /// What went wrong, said after it.
    public void seeAlert(String text) {
        seeIn(AriaRole.ALERT, text);
    }

    private void seeIn(AriaRole role, String text) {
        seeOne(root.getByRole(role).filter(new Locator.FilterOptions().setHasText(text)), SOON_MS);
    }

    private void seeOne(Locator some, double millis) {
        act(() -> assertThat(some.first()).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(millis)));
    }

    /// What the form says is wrong with a field.
    public void seeProblem(String label, String text) {
        Pattern why = Pattern.compile(quoted(text), Pattern.CASE_INSENSITIVE);
        act(() -> {
            assertThat(field(label))
                    .hasAccessibleDescription(
                            why, new LocatorAssertions.HasAccessibleDescriptionOptions().setTimeout(SOON_MS));
            assertThat(field(label)).hasAttribute("aria-invalid", "true");
        });
    }

    /// Whether there is such a button now.
    public boolean hasButton(String words) {
        return named(AriaRole.BUTTON, words).count() > 0;
    }

    /// Whether there is such a link now.
    public boolean hasLink(String words) {
        return named(AriaRole.LINK, words).count() > 0;
    }

    /// The row of a table that has this in it.
    public Part row(String text) {
        return new Part(root.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(text))
                .first());
    }

    /// The section, form or box with this name.
    public Part section(String name) {
        return new Part(named(AriaRole.REGION, name)
                .or(named(AriaRole.FORM, name))
                .or(named(AriaRole.GROUP, name))
                .or(named(AriaRole.DIALOG, name))
                .first());
    }

    /// What stands beside a word in a list of things and what they are.
    public String of(String word) {
        return beside(word).innerText().strip();
    }

    /// The same for something to be copied, without the button that copies it.
    public String codeOf(String word) {
        return beside(word).locator("code").innerText().strip();
    }

    private Locator beside(String word) {
        return root.locator("dt")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + quoted(word) + "\\s*$")))
                .locator("xpath=following-sibling::dd[1]");
    }

    /// All that a person reads here.
    public String text() {
        return root.innerText();
    }

    /// The words of all links here.
    public List<String> links() {
        return root.getByRole(AriaRole.LINK).allInnerTexts();
    }

    /// Whether it may be left empty is said beside its name.
    private Locator field(String label) {
        return root.getByLabel(Pattern.compile("^\\s*" + quoted(label) + "(\\s+\\(optional\\))?\\s*$"))
                .and(root.page().locator("input, select, textarea"));
    }

    final Locator named(AriaRole role, String words) {
        return root.getByRole(
                role, new Locator.GetByRoleOptions().setName(words).setExact(true));
    }

    /// The browser reads the pattern, not Java.
    private static String quoted(String text) {
        return text.replaceAll("[.*+?^${}()|\\[\\]\\\\/]", "\\\\$0");
    }

    private Locator visible(String text) {
        return root.getByText(text).filter(new Locator.FilterOptions().setVisible(true));
    }
}
