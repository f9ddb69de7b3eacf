package dev.offramp.dashboard;

import dev.offramp.dashboard.form.Form;
import dev.offramp.dashboard.form.Urlencoded;
import dev.offramp.people.Token;
import dev.offramp.web.Content;
import dev.offramp.web.Face;
import dev.offramp.web.Fault;
import dev.offramp.web.PathTree;
import dev.offramp.web.Peer;
import dev.offramp.web.RawAnswer;
import dev.offramp.web.RawRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The face for people: from a raw request to a page, by route, checks and page.
public final class Dashboard implements Face {

    /// Known before it is made.
    public static final String NAME = "dashboard";

    private static final String STALE_FORM =
            "This form is from before you signed in, or from elsewhere. Open the page again and send it once more.";

    private static final String RENEWED =
            "You signed in again after this page was opened. What you were sending is as you left it; a PIN has to be"
                    + " entered again.";

    private final PathTree<Route.Verb, Page> tree = new PathTree<>();
    private final Set<String> roots;
    private final Uses uses;
    private final InstantSource clock;
    private final Doorkeeper doorkeeper;
    private final Frames frames;
    private final Visit.Rooms rooms;

    private Dashboard(List<Page> pages, Uses uses, InstantSource clock) {
        pages.forEach(page -> tree.put(page.route().path(), page.route().verb(), checked(page)));
        this.roots = pages.stream()
                .map(page -> PathTree.segments(page.route().path()).getFirst())
                .collect(Collectors.toSet());
        this.uses = uses;
        this.clock = clock;
        this.doorkeeper = new Doorkeeper(uses.settings());
        this.frames = new Frames(pages);
        this.rooms = new Visit.Rooms(uses.db(), uses.trail());
    }

    /// @throws IllegalArgumentException when a page does not lie where its access says
    public static Dashboard create(List<Page> pages, Uses uses, InstantSource clock) {
        return new Dashboard(pages, uses, clock);
    }

    /// Whose pages they are is said by the path as well, so that neither can be forgotten.
    private static Page checked(Page page) {
        String path = page.route().path();
        boolean fits = switch (page.access()) {
            case Access.Member _ -> path.startsWith(Route.BUSINESS);
            case Access.Operator _ -> path.startsWith(Route.OPERATOR);
            case Access.Open _, Access.SignedIn _ ->
                !path.startsWith(Route.BUSINESS) && !path.startsWith(Route.OPERATOR);
        };
        if (!fits) {
            throw new IllegalArgumentException(page.route() + " does not go with " + page.access());
        }
        return page;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean claims(String path) {
        if (path.equals("/")) {
            return true;
        }
        String first = path.startsWith("/") ? PathTree.segments(path).getFirst() : "";
        return !first.isEmpty() && roots.contains(first);
    }

    @Override
    public RawAnswer refuse(Fault fault, String requestId) {
        RawAnswer page = Frames.plain(Messages.status(fault), Messages.title(fault), Messages.text(fault, requestId));
        return fault instanceof Fault.Unavailable(Duration retryAfter)
                ? page.with("Retry-After", RawAnswer.seconds(retryAfter))
                : page;
    }

    @Override
    public RawAnswer answer(RawRequest raw) {
        if (!isSafe(raw.peer())) {
            return Frames.plain(
                    403,
                    "HTTPS is required",
                    Messages.of("Open this page under an address that begins with https://."));
        }
        Scene scene = scene(raw);
        return scene.found().map(page -> open(page, scene)).orElseGet(() -> frames.dress(Answer.missing(), scene));
    }

    /// Whether nobody on the way can read along: TLS, or this machine itself.
    private static boolean isSafe(Peer peer) {
        return peer.isSecure() || peer.address().isLoopbackAddress();
    }

    private Scene scene(RawRequest raw) {
        Cookies cookies = Cookies.of(raw);
        Optional<PathTree.Found<Page>> found = verb(raw.method()).flatMap(verb -> tree.find(raw.path(), verb));
        return new Scene(
                raw,
                cookies,
                Caller.of(cookies.find(Cookie.Name.SESSION, Token::new), isWatching(raw), uses),
                found.map(PathTree.Found::thing),
                found.map(Dashboard::variables).orElse(Map.of()),
                Map.of(),
                Optional.empty(),
                clock.instant());
    }

    /// Whether it is a page that keeps itself up to date, with nobody at the keyboard.
    private static boolean isWatching(RawRequest raw) {
        return Scene.isFragment(raw) && raw.method().equals("GET");
    }

    private static Optional<Route.Verb> verb(String method) {
        return switch (method) {
            case "GET", "HEAD" -> Optional.of(Route.Verb.GET);
            case "POST" -> Optional.of(Route.Verb.POST);
            default -> Optional.empty();
        };
    }

    private static Map<String, String> variables(PathTree.Found<Page> found) {
        List<String> names = found.thing().route().variables();
        Map<String, String> byName = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            byName.put(names.get(i), found.variables().get(i));
        }
        return byName;
    }

    private RawAnswer open(Page page, Scene scene) {
        if (page.route().verb() == Route.Verb.GET) {
            return judge(page, scene);
        }
        if (scene.raw().content() instanceof Content.TooLarge) {
            return refuse(new Fault.BodyTooLarge(), scene.raw().requestId());
        }
        Optional<Map<String, List<String>>> body = body(scene.raw());
        if (body.isEmpty()) {
            return refuse(new Fault.Malformed(), scene.raw().requestId());
        }
        if (!SameOrigin.holds(scene.raw())) {
            return frames.dress(Messages.forbidden(STALE_FORM), scene);
        }
        boolean isOfThisSession = FormToken.of(scene.cookies())
                .filter(expected -> !FormToken.matches(expected, body.get()))
                .isEmpty();
        return isOfThisSession ? judge(page, scene.sending(body.get())) : stale(page, scene.sending(body.get()));
    }

    /// A form of ours that is older than the session: nothing is done, and what was typed can be sent again by whoever
    /// it is now.
    private RawAnswer stale(Page page, Scene scene) {
        if (page.fields().isEmpty() || scene.caller().presence().isEmpty()) {
            return frames.dress(Messages.forbidden(STALE_FORM), scene);
        }
        return scene.isFragment()
                ? frames.dress(Messages.notKept(), scene)
                : frames.dress(Messages.sendAgain(RENEWED, scene.token(), carried(page, scene)), scene);
    }

    /// Empty when it is no form.
    private static Optional<Map<String, List<String>>> body(RawRequest raw) {
        boolean isForm = raw.header("Content-Type")
                .map(type -> type.split(";", 2)[0].strip())
                .filter(Urlencoded.TYPE::equalsIgnoreCase)
                .isPresent();
        return isForm && raw.content() instanceof Content.Whole(byte[] bytes)
                ? Urlencoded.read(new String(bytes, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private RawAnswer judge(Page page, Scene scene) {
        return switch (doorkeeper.judge(page.access(), scene.caller(), scene.path(), scene.now())) {
            case Doorkeeper.Verdict.Admitted(Optional<Business> business) -> admit(page, scene.in(business));
            case Doorkeeper.Verdict.SignInFirst() -> signInFirst(page, scene);
            case Doorkeeper.Verdict.PasswordFirst() -> elsewhere("/me/password", scene);
            case Doorkeeper.Verdict.ConfirmFirst() -> confirm(page, scene);
            case Doorkeeper.Verdict.NotThere() -> frames.dress(Answer.missing(), scene);
            case Doorkeeper.Verdict.NotAllowed(Business business, Permission wanted) ->
                frames.dress(Messages.notAllowed(business, wanted), scene.in(Optional.of(business)));
            case Doorkeeper.Verdict.ProductionClosed(Business business, String why) ->
                frames.dress(Messages.productionClosed(business, why), scene.in(Optional.of(business)));
            case Doorkeeper.Verdict.OperatorUnsafe(String why) -> frames.dress(Messages.forbidden(why), scene);
        };
    }

    private RawAnswer admit(Page page, Scene scene) {
        return frames.dress(page.answer(scene.visit(query(scene.raw()), rooms)), scene);
    }

    private static Query query(RawRequest raw) {
        Map<String, String> first = new HashMap<>();
        Urlencoded.read(raw.query()).orElse(Map.of()).forEach((name, values) -> first.put(name, values.getFirst()));
        return new Query(first);
    }

    /// To a page that leads back to where one wanted to go, as far as that can be asked for again.
    private RawAnswer elsewhere(String path, Scene scene) {
        boolean isAsked = scene.found()
                .filter(page -> page.route().verb() == Route.Verb.GET)
                .isPresent();
        String next =
                isAsked && !scene.isFragment() ? OwnPath.parse(scene.target()).orElse("") : "";
        String to = path + new Query(Map.of()).with("next", next).written();
        return scene.isFragment() ? Frames.leave(to) : frames.dress(Answer.redirect(to), scene);
    }

    /// Who was filling something in loses nothing of it, though the session is over. The cookie of that session goes,
    /// so that the forms of signing in depend on it no more.
    private RawAnswer signInFirst(Page page, Scene scene) {
        if (page.route().verb() == Route.Verb.GET || page.fields().isEmpty()) {
            return elsewhere("/sign-in", scene);
        }
        return scene.isFragment()
                ? frames.dress(Messages.notKept(), scene)
                : carry("/sign-in", page, scene.signedOut()).with("Set-Cookie", ended(scene));
    }

    private static String ended(Scene scene) {
        return Cookie.removed(Cookie.Name.SESSION).header(scene.isSecure());
    }

    private RawAnswer confirm(Page page, Scene scene) {
        return page.route().verb() == Route.Verb.GET ? elsewhere("/confirm", scene) : carry("/confirm", page, scene);
    }

    /// Who was sending something has it carried along.
    private RawAnswer carry(String path, Page page, Scene scene) {
        Page asking = tree.find(path, Route.Verb.GET).orElseThrow().thing();
        Map<String, List<String>> body = carried(page, scene).hidden().stream()
                .collect(Collectors.groupingBy(
                        Carried.Hidden::name, Collectors.mapping(Carried.Hidden::value, Collectors.toList())));
        Scene asked = scene.sending(body);
        return frames.dress(asking.answer(asked.visit(new Query(Map.of()), rooms)), asked);
    }

    private static Carried carried(Page page, Scene scene) {
        return new Carried(
                scene.raw().path(), Form.read(page.fields(), scene.body()).kept());
    }
}
