package dev.offramp.dashboard.account;

import dev.offramp.dashboard.Access;
import dev.offramp.dashboard.Answer;
import dev.offramp.dashboard.Cookie;
import dev.offramp.dashboard.Page;
import dev.offramp.dashboard.Route;
import dev.offramp.dashboard.Theme;
import dev.offramp.dashboard.Visit;
import dev.offramp.dashboard.form.Field;
import dev.offramp.dashboard.form.Fields;
import dev.offramp.dashboard.form.Form;
import dev.offramp.dashboard.form.Look.Choice;
import java.util.Arrays;
import java.util.List;

/// Light or dark, for this browser.
record ChooseTheme() implements Page {

    private static final Field<Theme> THEME = Fields.choice(
                    "theme",
                    "Colours",
                    Arrays.stream(Theme.values())
                            .map(theme -> new Choice(theme.code(), theme.words()))
                            .toList(),
                    Theme::find)
            .required();

    @Override
    public Route route() {
        return Route.post("/theme");
    }

    @Override
    public Access access() {
        return Access.open();
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(THEME, SignInForm.NEXT);
    }

    @Override
    public Answer answer(Visit visit) {
        Form form = visit.form();
        Answer back = Answer.redirect(SignInForm.next(form));
        return form.find(THEME)
                .map(theme -> back.with(Cookie.lasting(Cookie.Name.THEME, theme.code())))
                .orElse(back);
    }
}
