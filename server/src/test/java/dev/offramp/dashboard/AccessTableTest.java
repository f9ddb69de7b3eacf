package dev.offramp.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offramp.people.Role;
import dev.offramp.tenancy.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// `docs/dashboard/access.md`: every page and action by who may come there, read off the pages themselves.
class AccessTableTest {

    private static final Path PAGE = Path.of("../docs/dashboard/access.md");
    private static final TestDashboard DASHBOARD = new TestDashboard();

    @AfterAll
    static void close() {
        DASHBOARD.close();
    }

    private static final String INTRODUCTION = """
            # Who may do what in the dashboard

            <!-- Made from the list of pages. Change it there, then run:
                 mvn -pl server test -Dtest=AccessTableTest -Dofframp.rewrite=true -->

            A row is a page (GET) or an action (POST); what it wants is a permission of the business, or who one is. A GET
            that answers no page of its own says what it answers instead. `yes` stands for both environments, `development` for that one
            alone. Who has yet to change the **made password**, which the program made for them, gets to the pages of that
            column and to no others. **Fresh** ones ask for the sign-in again when it is ten minutes old. Pages of production
            open to nobody without a second factor, and to no business that no operator approved; where production is
            switched on, pages of operators ask for a second factor too.

            """;

    private static String table() {
        String roles = Arrays.stream(Role.values()).map(Role::code).collect(Collectors.joining(" | "));
        StringBuilder text = new StringBuilder(INTRODUCTION);
        text.append("| | path | wants | anybody | signed in | ")
                .append(roles)
                .append(" | operator | made password | fresh | answers |\n");
        text.append("| --- |").append(" --- |".repeat(Role.values().length + 8)).append('\n');
        DASHBOARD.pages.forEach(page -> text.append(row(page)));
        return text.toString();
    }

    private static String row(Page page) {
        return "| %s | `%s` | %s | %s | %s | %s | %s |\n"
                .formatted(
                        page.route().verb(),
                        page.route().path(),
                        wants(page.access()),
                        String.join(" | ", cells(page.access())),
                        isForMadePasswords(page.access()) ? "yes" : "",
                        page.access().needsFresh() ? "fresh" : "",
                        answers(page));
    }

    private static String wants(Access access) {
        return switch (access) {
            case Access.Open _ -> "nothing";
            case Access.SignedIn _ -> "signed in";
            case Access.Member(Permission permission, boolean _) -> permission.name();
            case Access.Operator _ -> "operator";
        };
    }

    private static boolean isForMadePasswords(Access access) {
        return switch (access) {
            case Access.Open _ -> true;
            case Access.SignedIn(boolean _, boolean isForMadePasswords) -> isForMadePasswords;
            case Access.Member _, Access.Operator _ -> false;
        };
    }

    private static String answers(Page page) {
        return page.route().verb() == Route.Verb.POST ? "" : page.shows().name().toLowerCase(Locale.ROOT);
    }

    private static List<String> cells(Access access) {
        String members = Arrays.stream(Role.values()).map(_ -> "").collect(Collectors.joining("|"));
        String cells = switch (access) {
            case Access.Open _ -> "yes|yes|" + members.replace("|", "yes|") + "yes|yes";
            case Access.SignedIn _ -> "|yes|" + members.replace("|", "yes|") + "yes|yes";
            case Access.Member(Permission permission, boolean _) ->
                "||"
                        + Arrays.stream(Role.values())
                                .map(role -> member(role, permission))
                                .collect(Collectors.joining("|"))
                        + "|";
            case Access.Operator _ -> "||" + members + "|yes";
        };
        return List.of(cells.split("\\|", -1));
    }

    private static String member(Role role, Permission permission) {
        boolean development = Permission.of(role, Environment.DEVELOPMENT).contains(permission);
        boolean production = Permission.of(role, Environment.PRODUCTION).contains(permission);
        return development && production ? "yes" : development ? "development" : "";
    }

    @Test
    void isTheTableInTheDocuments() throws IOException {
        if (Boolean.getBoolean("offramp.rewrite")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, table());
        }
        assertThat(PAGE).as("rewrite it with -Dofframp.rewrite=true").hasContent(table());
    }

    @Test
    void hasNoPermissionInProductionThatDevelopmentLacks() {
        for (Role role : Role.values()) {
            assertThat(Permission.of(role, Environment.DEVELOPMENT))
                    .containsAll(Permission.of(role, Environment.PRODUCTION));
        }
    }

    @Test
    void givesMoneyPinSandboxToolsAndOwnersToThoseWhoAreToHaveThem() {
        assertThat(whoMay(Permission.MOVE_MONEY)).containsExactly(Role.OWNER, Role.FINANCE);
        assertThat(whoMay(Permission.SET_PIN)).containsExactly(Role.OWNER);
        assertThat(whoMay(Permission.SWITCH_SANDBOX_TOOLS)).containsExactly(Role.OWNER);
        assertThat(whoMay(Permission.MANAGE_OWNERS)).containsExactly(Role.OWNER);
        assertThat(whoMay(Permission.MANAGE_TEAM)).containsExactly(Role.OWNER, Role.ADMIN);
        assertThat(whoMay(Permission.MANAGE_CREDENTIALS)).containsExactly(Role.OWNER, Role.ADMIN);
        assertThat(whoMay(Permission.VIEW)).containsExactly(Role.values());
    }

    private static List<Role> whoMay(Permission permission) {
        return Arrays.stream(Role.values())
                .filter(role -> Permission.of(role, Environment.PRODUCTION).contains(permission))
                .toList();
    }
}
