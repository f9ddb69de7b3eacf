package dev.offramp.acceptance.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.acceptance.browser.Visitor;
import dev.offramp.acceptance.browser.Visitor.Reply;
import dev.offramp.acceptance.browser.WebForm;
import dev.offramp.acceptance.browser.WebForm.WebField;
import dev.offramp.acceptance.program.Breet;
import dev.offramp.acceptance.program.Program;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every form of every page, each of its fields wrong in turn: the page says which one it is, and keeps what was typed
/// into the others, secrets excepted. Forms are read off the pages.
class WrongFieldsTest {

    private static final Duration A_WHILE = Duration.ofSeconds(60);
    private static final String USDC = "SOL_USDC_JKVK";
    private static final String PASSWORD = "a goose in the library";
    private static final String BELL = "ring the bell \u0007";

    @TempDir
    private static Path data;

    private static Program program;
    private static Visitor owner;
    private static Visitor stranger;
    private static Typing typing;

    @BeforeAll
    static void start() {
        program = Program.on(data).with("OFFRAMP_SIGN_UP", "open").start();
        URI site = URI.create(program.ownerLogin().get("url").asString());
        typing = new Typing(PASSWORD, program.credentials().get("pin").asString(), "http://127.0.0.1:9/hook");
        stranger = new Visitor(site);
        owner = new Visitor(site);
        Map<String, String> login = Map.of(
                "email", program.ownerLogin().get("email").asString(),
                "password", program.ownerLogin().get("password").asString());
        assertThat(owner.submit("/sign-in", "/sign-in", login).status()).isEqualTo(303);
        owner.submit("/me/password", "/me/password", Map.of("password", PASSWORD));
        work(program.sandbox());
    }

    /// Something to choose and to decide about.
    private static void work(Breet breet) {
        String address = breet.generate(USDC, "customer", "").get("address").asString();
        String heldBack = breet.mock(address, USDC, "5", "5", "first");
        String other = breet.generate(USDC, "another", "").get("address").asString();
        String credited = breet.mock(other, USDC, "100", "100", "second");
        breet.await(
                "/trades/transactions/" + heldBack,
                A_WHILE,
                it -> is(it.get("status").asString(), "flagged"));
        breet.await(
                "/trades/transactions/" + credited,
                A_WHILE,
                it -> is(it.get("status").asString(), "completed"));
    }

    private static boolean is(String status, String wanted) {
        return status.equals(wanted);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void saysWhichFieldAndKeepsTheOthers() {
        List<String> faults = new ArrayList<>();
        int tried = 0;
        Set<String> actions = new HashSet<>();
        for (Visitor visitor : List.of(stranger, owner)) {
            for (String address : Links.walk(visitor, List.of("/", "/confirm", "/sign-in", "/sign-up"))
                    .values()) {
                for (WebForm form : WebForm.all(visitor.get(address).body())) {
                    if (form.isPost() && actions.add(form.action())) {
                        tried += tryEachField(visitor, form, faults);
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(tried).isGreaterThan(50);
    }

    private static int tryEachField(Visitor visitor, WebForm form, List<String> faults) {
        int tried = 0;
        for (WebField field : form.fields()) {
            if (isAChoiceAlone(form)) {
                continue;
            }
            Optional<String> wrong = wrong(field);
            if (wrong.isPresent()) {
                Map<String, String> sent = typing.filled(form);
                sent.put(field.name(), wrong.get());
                judge(form, field, sent, visitor.post(form.action(), sent))
                        .ifPresent(fault -> faults.add(form.action() + ", " + field.name() + ": " + fault));
                tried++;
            }
        }
        return tried;
    }

    /// Nobody can choose wrongly from a list, and no other field would lose anything.
    private static boolean isAChoiceAlone(WebForm form) {
        return form.fields().stream()
                .filter(field -> !field.isHidden())
                .allMatch(field -> field.type().equals("select"));
    }

    /// What no field of its kind takes.
    private static Optional<String> wrong(WebField field) {
        return switch (field.type()) {
            case "select" -> Optional.of("nothing of the list");
            case "text", "search", "url", "email", "textarea" -> Optional.of(field.isNumber() ? "12x" : BELL);
            case "password" -> field.isNumber() ? Optional.of("12x") : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<String> judge(WebForm form, WebField field, Map<String, String> sent, Reply reply) {
        if (reply.status() != 422) {
            return Optional.of("answers " + reply.status() + " " + reply.location());
        }
        Optional<WebForm> shown = WebForm.all(reply.body()).stream()
                .filter(each -> each.action().equals(form.action()))
                .findFirst();
        if (shown.isEmpty()) {
            return Optional.of("the form is not shown again");
        }
        Optional<WebField> again = field(shown.get(), field.name());
        if (again.filter(WebField::isInvalid).isEmpty() || !reply.body().contains("id=\"" + field.id() + "-error\"")) {
            return Optional.of("is not said to be wrong");
        }
        return form.fields().stream()
                .filter(other ->
                        !other.isHidden() && !other.isTicked() && !other.name().isEmpty())
                .filter(other -> !field(shown.get(), other.name())
                        .map(WebField::value)
                        .orElse("gone")
                        .equals(kept(other, field, sent)))
                .map(other -> "loses " + other.name())
                .findFirst();
    }

    /// What must stand in a field: all that was typed but secrets, and what a list has no place for.
    private static String kept(WebField other, WebField wrong, Map<String, String> sent) {
        boolean isNoChoice = other.type().equals("select") && other.name().equals(wrong.name());
        return other.isSecret() || isNoChoice ? "" : sent.get(other.name());
    }

    private static Optional<WebField> field(WebForm form, String name) {
        return form.fields().stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
