package dev.offramp.dashboard;

import dev.offramp.dashboard.frame.JtelayoutGenerated;
import dev.offramp.dashboard.frame.JteplainGenerated;
import dev.offramp.look.Html;
import dev.offramp.people.Person;
import dev.offramp.people.ProductionAccess;
import dev.offramp.tenancy.Environment;
import dev.offramp.web.Body;
import dev.offramp.web.RawAnswer;
import gg.jte.html.HtmlContent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns answers of pages into what goes out: puts the frame around them, and the headers that keep them safe.
final class Frames {

    private final List<Page> pages;

    Frames(List<Page> pages) {
        this.pages = List.copyOf(pages);
    }

    RawAnswer dress(Answer answer, Scene scene) {
        RawAnswer raw = switch (answer.what()) {
            case Answer.What.Shown(int status, String title, HtmlContent body) ->
                shown(status, frame(title, token(answer, scene), scene), body, scene);
            case Answer.What.Fragment(HtmlContent body) -> Html.answer(200, body);
            case Answer.What.Redirect(String to, Optional<Note> note) -> redirect(to, note, scene);
            case Answer.What.Download download ->
                Html.safe(200, Map.of("Content-Type", download.type()), download.body())
                        .with("Content-Disposition", "attachment; filename=\"" + download.fileName() + "\"");
            case Answer.What.Text(int status, String type, String text) ->
                Html.safe(status, Map.of("Content-Type", type), new Body.Whole(text.getBytes(StandardCharsets.UTF_8)));
            case Answer.What.Missing() ->
                shown(404, frame("Not found", scene.token(), scene), Messages.missing(), scene);
        };
        for (Cookie cookie : answer.cookies()) {
            raw = raw.with("Set-Cookie", cookie.header(scene.isSecure()));
        }
        return raw;
    }

    /// Of the session that the answer brings, if it brings one.
    private static String token(Answer answer, Scene scene) {
        return answer.cookies().stream()
                .filter(cookie -> cookie.name() == Cookie.Name.SESSION)
                .map(cookie -> FormToken.of(cookie.value()))
                .findFirst()
                .orElse(scene.token());
    }

    private static RawAnswer shown(int status, Frame frame, HtmlContent body, Scene scene) {
        RawAnswer page = Html.answer(
                status,
                scene.caller().presence().isPresent()
                        ? out -> JtelayoutGenerated.render(out, null, frame, body)
                        : out -> JteplainGenerated.render(out, null, frame, body));
        return frame.note().isPresent()
                ? page.with("Set-Cookie", Cookie.removed(Cookie.Name.NOTE).header(scene.isSecure()))
                : page;
    }

    /// Without anybody known: it works whatever else does not.
    static RawAnswer plain(int status, String title, HtmlContent body) {
        Frame frame = new Frame(
                title,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Theme.SYSTEM,
                "",
                "/");
        return Html.answer(status, out -> JteplainGenerated.render(out, null, frame, body));
    }

    private static RawAnswer redirect(String to, Optional<Note> note, Scene scene) {
        RawAnswer answer = Html.safe(303, Map.of("Location", to), Body.NONE);
        return note.map(text -> answer.with(
                        "Set-Cookie",
                        Cookie.brief(Cookie.Name.NOTE, text.written()).header(scene.isSecure())))
                .orElse(answer);
    }

    /// For a part of a page whose reader must sign in first: the whole page goes there.
    static RawAnswer leave(String to) {
        return Html.safe(401, Map.of("HX-Redirect", to), Body.NONE);
    }

    private Frame frame(String title, String token, Scene scene) {
        Caller caller = scene.caller();
        return new Frame(
                title,
                caller.person(),
                scene.business(),
                businesses(scene),
                environments(scene),
                menu(scene),
                scene.note(),
                bells(caller),
                caller.person().map(this::notices).orElse(List.of()),
                scene.theme(),
                token,
                scene.raw().path());
    }

    /// Operators see theirs only when there is something in it: the menu leads there at all times.
    private static List<Frame.Bell> bells(Caller caller) {
        List<Frame.Bell> bells = new ArrayList<>();
        bells.add(Frame.Bell.of("/me/notices", "Notices", caller.unread().own()));
        if (caller.unread().operator() > 0
                && caller.person().filter(Person::isOperator).isPresent()) {
            bells.add(Frame.Bell.of(
                    Route.OPERATOR + "/notices", "Server", caller.unread().operator()));
        }
        return bells;
    }

    private static List<Frame.Link> businesses(Scene scene) {
        Environment environment = scene.business().map(Business::environment).orElse(Environment.DEVELOPMENT);
        return scene.caller().places().stream()
                .map(place -> place.in(environment))
                .map(business -> new Frame.Link(
                        business.root(),
                        business.name(),
                        scene.business().filter(business::equals).isPresent()))
                .toList();
    }

    /// The page of the menu that one is on or below, in each environment.
    private List<Frame.Link> environments(Scene scene) {
        if (scene.business().isEmpty()) {
            return List.of();
        }
        Business here = scene.business().get();
        String below = menu(scene).stream()
                .flatMap(section -> section.entries().stream())
                .filter(Menu.Entry::isHere)
                .map(entry -> entry.path().substring(here.root().length()))
                .findFirst()
                .orElse("");
        return Arrays.stream(Environment.values())
                .map(environment -> new Frame.Link(
                        here.in(environment).root() + below,
                        environment == Environment.PRODUCTION ? "Production" : "Development",
                        environment == here.environment()))
                .toList();
    }

    private List<Menu.Section> menu(Scene scene) {
        Map<Menu.Group, List<Menu.Entry>> byGroup = new EnumMap<>(Menu.Group.class);
        for (Page page : pages) {
            page.menu()
                    .filter(_ -> isOffered(page, scene))
                    .ifPresent(menu -> byGroup.computeIfAbsent(menu.group(), _ -> new ArrayList<>())
                            .add(entry(page, menu, scene)));
        }
        return byGroup.entrySet().stream()
                .map(group -> new Menu.Section(group.getKey().heading(), group.getValue()))
                .toList();
    }

    private static boolean isOffered(Page page, Scene scene) {
        return switch (page.access()) {
            case Access.Open _ -> false;
            case Access.SignedIn _ -> true;
            case Access.Member(Permission permission, boolean _) ->
                scene.business().filter(business -> business.may(permission)).isPresent();
            case Access.Operator _ ->
                scene.caller().person().filter(Person::isOperator).isPresent();
        };
    }

    private static Menu.Entry entry(Page page, Menu menu, Scene scene) {
        String path = page.route()
                .path()
                .replace(Route.BUSINESS, scene.business().map(Business::root).orElse(""));
        String current = scene.raw().path();
        boolean isHere = current.equals(path) || !isRoot(path, scene) && current.startsWith(path + "/");
        return new Menu.Entry(path, menu.label(), isHere);
    }

    /// Whether all other pages of its part lie below it: one that is open does not mark this too.
    private static boolean isRoot(String path, Scene scene) {
        return path.equals(Route.OPERATOR)
                || scene.business().map(Business::root).filter(path::equals).isPresent();
    }

    private List<Frame.Notice> notices(Person person) {
        return switch (person.productionAccess()) {
            case ProductionAccess.OPEN -> List.of();
            case ProductionAccess.PASSWORD_UNCHANGED ->
                List.of(notice(
                        "The program made your password. Change it before anything real depends on it.",
                        "/me/password"));
            case ProductionAccess.NO_SECOND_FACTOR ->
                List.of(notice("Your password alone opens this account. Add a second factor.", "/me/security"));
        };
    }

    private Frame.Notice notice(String text, String path) {
        boolean isThere = pages.stream().anyMatch(page -> page.route().equals(Route.get(path)));
        return new Frame.Notice(text, isThere ? Optional.of(path) : Optional.empty());
    }
}
